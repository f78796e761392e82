import fastify, { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';

import { catalogueRoutes } from './api/catalogue.routes.ts';
import { cityRoutes } from './api/city.routes.ts';
import { dossierRoutes } from './api/dossier.routes.ts';
import { drillRoutes } from './api/drill.routes.ts';
import { exportRoutes } from './api/export.routes.ts';
import { feedRoutes } from './api/feed.routes.ts';
import { formRoutes } from './api/form.routes.ts';
import { incidentRoutes } from './api/incident.routes.ts';
import { index766Routes } from './api/index766.routes.ts';
import { kpiRoutes } from './api/kpi.routes.ts';
import { ledgerRoutes } from './api/ledger.routes.ts';
import { noticeRoutes } from './api/notice.routes.ts';
import { sourceRoutes } from './api/source.routes.ts';
import { accountRoutes } from './auth/account.routes.ts';
import { ownPasswordRoutes } from './auth/own-password.routes.ts';
import { sessionRoutes } from './auth/session.routes.ts';
import { signInRoutes } from './auth/sign-in.routes.ts';
import { signedIn } from './auth/signed-in.ts';
import { fileRoutes } from './intake/file.routes.ts';
import { importRoutes } from './intake/imports.routes.ts';
import { inspectRoutes } from './intake/inspect.routes.ts';
import { intakeRoutes } from './intake/intake.routes.ts';
import { open311DiscoveryRoutes } from './open311/discovery.routes.ts';
import { open311Routes } from './open311/open311.routes.ts';
import { answers } from './ops/answers.ts';
import { apiDocs } from './ops/api-docs.ts';
import { healthRoutes } from './ops/health.routes.ts';
import { problemAnswers } from './ops/problem-answers.ts';
import { requestGuards } from './ops/request-guards.ts';
import { securityHeaders } from './ops/security-headers.ts';
import { wallFiles } from './ops/wall-files.ts';
import { programmeRoutes } from './programme/programme.routes.ts';
import { reportFileRoutes } from './reports/report-file.routes.ts';
import { reportRoutes } from './reports/report.routes.ts';
import type { Service } from './service.ts';
import { templateRoutes } from './templates/template.routes.ts';

export interface AppOptions {
  readonly service: Omit<Service, 'log'>;
  readonly knownHosts: ReadonlySet<string>;
  readonly wallFolder: string;
  readonly logger: FastifyServerOptions['logger'];
}

/** The whole HTTP side: guards, intake, reads, documents, the wall's files. */
export async function createApp({
  service: parts,
  knownHosts,
  wallFolder,
  logger,
}: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    ...(logger === undefined ? {} : { logger }),
    // A city's sources send many requests a second: refusals and failures are logged, the rest is counted.
    logController: new LogController({ disableRequestLogging: true }),
    // An open stream of a wall must not keep the service from stopping.
    forceCloseConnections: true,
    requestTimeout: 300_000,
    // An id of a notice may have 400 characters, each of them written as three bytes of three.
    routerOptions: { maxParamLength: 3600 },
    bodyLimit: 1024 * 1024,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const service: Service = { ...parts, log: app.log };

  await app.register(problemAnswers);
  await app.register(securityHeaders);
  await app.register(answers);
  await app.register(requestGuards, { knownHosts, metrics: service.metrics });
  await app.register(signedIn, { sessions: service.access.sessions });
  await app.register(apiDocs);
  await app.register(healthRoutes, { service });
  await app.register(sessionRoutes, { access: service.access });
  for (const routes of [signInRoutes, accountRoutes, ownPasswordRoutes]) await app.register(routes, { service });
  for (const routes of [intakeRoutes, inspectRoutes, importRoutes, cityRoutes, kpiRoutes, dossierRoutes, feedRoutes])
    await app.register(routes, { service });
  for (const routes of [noticeRoutes, fileRoutes, exportRoutes, drillRoutes]) await app.register(routes, { service });
  for (const routes of [reportRoutes, reportFileRoutes, programmeRoutes, sourceRoutes, ledgerRoutes])
    await app.register(routes, { service });
  for (const routes of [formRoutes, index766Routes, catalogueRoutes, incidentRoutes])
    await app.register(routes, { service });
  for (const routes of [open311DiscoveryRoutes, open311Routes]) await app.register(routes, { service });
  await app.register(templateRoutes);
  await app.register(wallFiles, { folder: wallFolder });
  return app;
}
