/** What a process of Node holds once its garbage is collected, asked of its inspector. */
import { WebSocket } from 'ws';

export type LiveMemory = { collect(): Promise<{ liveMb: number }>; close(): void };

type Answer = { id: number; result: { result?: { value?: string } } };

export async function watchLiveMemory(inspectorPort: number): Promise<LiveMemory> {
  const listed = await (await fetch(`http://127.0.0.1:${inspectorPort}/json`)).json();
  const [{ webSocketDebuggerUrl }] = listed as [{ webSocketDebuggerUrl: string }];
  const socket = new WebSocket(webSocketDebuggerUrl, { perMessageDeflate: false });
  await new Promise((resolve) => socket.once('open', resolve));
  let asked = 0;
  const ask = (method: string, params: object = {}) => {
    asked += 1;
    const id = asked;
    socket.send(JSON.stringify({ id, method, params }));
    return new Promise<Answer['result']>((resolve) => {
      const hear = (data: Buffer) => {
        const answer = JSON.parse(String(data)) as Answer;
        if (answer.id !== id) return;
        socket.off('message', hear);
        resolve(answer.result);
      };
      socket.on('message', hear);
    });
  };
  return {
    collect: async () => {
      await ask('HeapProfiler.collectGarbage');
      const expression = 'JSON.stringify(process.memoryUsage())';
      const { result } = await ask('Runtime.evaluate', { expression });
      const { heapUsed, external } = JSON.parse(result!.value!) as NodeJS.MemoryUsage;
      return { liveMb: (heapUsed + external) / 1e6 };
    },
    close: () => socket.terminate(),
  };
}
