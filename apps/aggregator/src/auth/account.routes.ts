import {
  accountNameSchema,
  accountSchema,
  displayNameSchema,
  FlagtowerError,
  invitationSchema,
  madeInvitationSchema,
  passwordSchema,
  roleSchema,
} from '@flagtower/contracts';
import { acceptInvitation, changeAccount, keyHash, linkIsClosed, readAccounts, readInvitation } from '@flagtower/store';
import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';

import type { Service } from '../service.ts';
import { invite } from './invite.ts';
import { demandUnlikeName, passwordHash } from './passwords.ts';
import { demandOwnPage, giveSession, sessionCookie } from './signed-in.ts';

const tags = ['accounts'];
const byId = z.object({ id: z.uuid() });
const byToken = z.object({ token: z.string().regex(/^[\w-]{43}$/, 'not a link of ours') });

/** Who may sign in: administrators invite, change roles and lock; a link makes an account or a new password. */
export const accountRoutes: FastifyPluginCallbackZod<{ service: Service }> = (app, { service }, done) => {
  const { store, access, now } = service;

  app.route({
    method: 'GET',
    url: '/v1/accounts',
    schema: { tags, summary: 'The accounts', response: { 200: z.object({ accounts: z.array(accountSchema) }) } },
    handler: async (request) => {
      access.demandAdmin(request.raw);
      return { accounts: await readAccounts(store.pool) };
    },
  });

  app.route({
    method: 'PATCH',
    url: '/v1/accounts/:id',
    schema: {
      tags,
      summary: 'Change an account’s role, lock it, or open it again',
      params: byId,
      body: z.strictObject({ role: roleSchema.optional(), locked: z.boolean().optional() }),
      response: { 200: accountSchema },
    },
    handler: async (request) => {
      access.demandAdmin(request.raw);
      return await changeAccount(store.pool, request.params.id, request.body, now());
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/accounts/:id/password-link',
    schema: {
      tags,
      summary: 'Make a link with which an account gets a new password',
      params: byId,
      response: { 200: madeInvitationSchema },
    },
    handler: async (request) => {
      access.demandAdmin(request.raw);
      const account = (await readAccounts(store.pool)).find(({ id }) => id === request.params.id);
      if (account === undefined) throw new FlagtowerError('NOT_FOUND', 'there is no such account', { place: 'id' });
      const createdBy = access.accountOf(request.raw)?.id ?? null;
      return await invite(store.pool, { kind: 'password', role: account.role, account, createdBy }, now());
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/invitations',
    schema: {
      tags,
      summary: 'Make a link with which somebody gets an account',
      body: z.strictObject({ role: roleSchema }),
      response: { 200: madeInvitationSchema },
    },
    handler: async (request) => {
      access.demandAdmin(request.raw);
      const createdBy = access.accountOf(request.raw)?.id ?? null;
      return await invite(store.pool, { kind: 'account', role: request.body.role, account: null, createdBy }, now());
    },
  });

  app.route({
    method: 'GET',
    url: '/v1/invitations/:token',
    schema: {
      tags,
      summary: 'What an open link is good for; whoever has it may ask',
      params: byToken,
      response: { 200: invitationSchema },
    },
    handler: async (request) => {
      const invitation = await readInvitation(store.pool, keyHash(request.params.token), now());
      if (invitation === null) throw linkIsClosed();
      return invitation;
    },
  });

  app.route({
    method: 'POST',
    url: '/v1/invitations/:token',
    schema: {
      tags,
      summary: 'Use a link: makes the account, or sets its new password, and signs in',
      params: byToken,
      body: z.strictObject({ name: accountNameSchema, displayName: displayNameSchema, password: passwordSchema }),
      response: { 200: accountSchema },
    },
    handler: async (request, reply) => {
      demandOwnPage(request);
      const { name, displayName, password } = request.body;
      demandUnlikeName(password, name, 'password');
      const account = await acceptInvitation(store.pool, {
        tokenHash: keyHash(request.params.token),
        name,
        displayName,
        passwordHash: await passwordHash(password),
        now: now(),
      });
      const before = request.cookies[sessionCookie];
      if (before !== undefined) await access.sessions.end(before);
      giveSession(request, reply, await access.sessions.open(account));
      return account;
    },
  });
  done();
};
