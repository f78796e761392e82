// A process of its own: Socket.IO as it comes, with what its manual advises for many clients.
import { createServer } from 'node:http';

import type { ClientToServer, ServerToClient } from '@flagtower/contracts';
import { Server } from 'socket.io';

import { portOf, serveParent } from './server-child.ts';

const http = createServer();
const io = new Server<ClientToServer, ServerToClient>(http, {
  serveClient: false,
  perMessageDeflate: false,
  transports: ['websocket'],
});
io.on('connection', (socket) => {
  socket.on('subscribe', (_request, answer) => {
    answer({ outcome: 'recovered', epoch: 'bench', deltas: [] });
  });
});
http.listen(0, '127.0.0.1', () => {
  serveParent(portOf(http.address()), (delta) => io.emit('delta', delta));
});
