import type { Socket as UdpSocket } from 'node:dgram';
import type { Socket } from 'node:net';
import type { FramePackets } from './h264-packets.ts';

// A client that has this much unread loses frames up to the next key frame instead of growing memory.
const maxUnreadBytes = 1024 * 1024;

/** How media reaches one client: inside its RTSP connection or by UDP to the same host. */
export type ClientTransport = {
  header: string;
  hasRoom(): boolean;
  sendFrame(frame: FramePackets): void;
  sendPacket(packet: Buffer): void;
  sendReport(report: Buffer): void;
};

export type UdpPair = { rtp: UdpSocket; rtcp: UdpSocket; rtpPort: number; rtcpPort: number };

/** The transport that a SETUP header asks for, or null where none offered fits. */
export function chooseTransport(
  offered: string,
  socket: Socket,
  udp: UdpPair,
): ClientTransport | null {
  for (const offer of offered.split(',')) {
    const inside = /RTP\/AVP\/TCP/.test(offer) && /interleaved=(\d{1,3})-(\d{1,3})/.exec(offer);
    if (inside) return interleavedTransport(socket, Number(inside[1]), Number(inside[2]));
    const ports =
      /^\s*RTP\/AVP(\/UDP)?;/.test(offer) && /client_port=(\d{1,5})-(\d{1,5})/.exec(offer);
    if (ports) return udpTransport(socket, udp, [Number(ports[1]), Number(ports[2])]);
  }
  return null;
}

function interleavedTransport(
  socket: Socket,
  mediaChannel: number,
  reportChannel: number,
): ClientTransport {
  return {
    header: `RTP/AVP/TCP;unicast;interleaved=${mediaChannel}-${reportChannel}`,
    hasRoom: () => socket.writableLength < maxUnreadBytes,
    sendFrame: (frame) => {
      if (mediaChannel === 0) socket.write(frame.interleaved);
      else for (const packet of frame.packets) socket.write(framed(mediaChannel, packet));
    },
    sendPacket: (packet) => socket.write(framed(mediaChannel, packet)),
    sendReport: (report) => socket.write(framed(reportChannel, report)),
  };
}

function framed(channel: number, packet: Buffer): Buffer {
  const head = Buffer.from([0x24, channel, packet.length >> 8, packet.length & 0xff]);
  return Buffer.concat([head, packet]);
}

// Media goes to the host that asked, never to a `destination` it names.
function udpTransport(
  socket: Socket,
  udp: UdpPair,
  [rtpPort, rtcpPort]: readonly [number, number],
): ClientTransport | null {
  const host = socket.remoteAddress;
  if (!host || rtpPort > 65_535 || rtcpPort > 65_535 || rtpPort < 1024 || rtcpPort < 1024) {
    return null;
  }
  const ports = `client_port=${rtpPort}-${rtcpPort};server_port=${udp.rtpPort}-${udp.rtcpPort}`;
  return {
    header: `RTP/AVP/UDP;unicast;${ports}`,
    hasRoom: () => true,
    sendFrame: (frame) => {
      for (const packet of frame.packets) udp.rtp.send(packet, rtpPort, host);
    },
    sendPacket: (packet) => udp.rtp.send(packet, rtpPort, host),
    sendReport: (report) => udp.rtcp.send(report, rtcpPort, host),
  };
}
