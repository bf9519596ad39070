"""An RTSP server that we did not write (GStreamer's), with Digest; prints its port. Argument: the pipeline."""

import sys

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402

Gst.init(None)
server = GstRtspServer.RTSPServer.new()
server.set_address("127.0.0.1")
server.set_service("0")

auth = GstRtspServer.RTSPAuth.new()
auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
viewer = GstRtspServer.RTSPToken()
viewer.set_string("media.factory.role", "viewer")
auth.add_digest("ops", "p@ss", viewer)
server.set_auth(auth)

factory = GstRtspServer.RTSPMediaFactory.new()
permissions = GstRtspServer.RTSPPermissions()
permissions.add_permission_for_role("viewer", "media.factory.access", True)
permissions.add_permission_for_role("viewer", "media.factory.construct", True)
factory.set_permissions(permissions)
factory.set_launch(sys.argv[1])
server.get_mount_points().add_factory("/live", factory)
server.attach(None)
print(f"port {server.get_bound_port()}", flush=True)
GLib.MainLoop().run()
