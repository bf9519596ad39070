/** The graph on a test's database, asked as a page would ask it, without a socket between. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Accounts } from '#access/accounts.ts';
import { Duties } from '#access/duties.ts';
import type { Viewer } from '#access/viewer.ts';
import { CameraViews } from '#camera-views/camera-views.ts';
import { TicketSigner } from '#camera-views/ticket-signer.ts';
import type { Statement } from '#database/sql.ts';
import type { TestDatabase } from '#database/testing/test-database.ts';
import { createFieldDutyService } from '#field-duty/service.ts';
import { JournalReader } from '#journal/journal-reader.ts';
import { JournalFeed } from '#live/journal-feed.ts';
import { madeUpSources } from '#outside-sources/testing/made-up-sources.ts';
import { createRecordingExports } from '#recordings/exports.ts';
import { PositionTable } from '#live/position-table.ts';
import { RecordingTickets } from '#recordings/recording-tickets.ts';
import { SightKeeper } from '#sight-lines/sight-keeper.ts';
import { openPtzDoor } from '#ptz/ptz-door.ts';
import { execute, getOperationAST, parse, subscribe, validate } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import type { RequestContext } from '../context.ts';
import { formatErrorWith } from '../error-mapping.ts';
import { createLoaders } from '../loaders.ts';
import { checkQueryLimits } from '../query-limits.ts';
import { buildGraphSchema } from '../schema.ts';
import { createServices } from '../services.ts';

/** An answer's shape is the document's: a test looks at it as it pleases. */
export type Loose = ReturnType<typeof JSON.parse>;
export type Answer = { data: Loose; errors: GraphQLFormattedError[]; code: string | null };

export const schemaUnderTest = buildGraphSchema();

export class GraphUnderTest {
  readonly services: ReturnType<typeof createServices>;
  readonly reader: JournalReader;
  readonly sights: SightKeeper;
  readonly liveUnits = new PositionTable();
  readonly parts: Parameters<typeof createServices>[0];
  /** The question line of each statement asked so far. */
  readonly statements: string[] = [];

  constructor({ database, clock }: TestDatabase) {
    this.sights = new SightKeeper({ database, clock });
    this.reader = new JournalReader(database, { pollMs: 50 });
    const duties = new Duties({ database, clock });
    const signer = new TicketSigner(
      join(mkdtempSync(join(tmpdir(), 'cloud-eye-key-')), 'ticket.pem'),
    );
    this.parts = {
      database,
      clock,
      journal: this.reader,
      feed: new JournalFeed({ reader: this.reader, clock, heartbeatMs: 50 }),
      cameraViews: new CameraViews({ database, clock, duties, signer }),
      recordingTickets: new RecordingTickets({ database, clock, signer }),
      ptz: openPtzDoor({ database, clock, send: () => 0, signer }),
      recordingExports: createRecordingExports({ database, clock, signer }),
      accounts: new Accounts({ database, clock }),
      duties,
      outsideSources: madeUpSources(clock),
      fieldDuty: createFieldDutyService({ database, clock, liveUnits: this.liveUnits }),
      imagineSights: (cameras) => this.sights.imagine(cameras),
      askForChecks: () => {},
    };
    this.services = createServices(this.parts);
    this.#watch(database);
  }

  start = () => this.reader.start();
  stop = () => this.reader.stop();

  async ask(viewer: Viewer | null, text: string, variables: Record<string, unknown> = {}) {
    const document = parse(text);
    const wrong = validate(schemaUnderTest, document);
    if (wrong.length > 0) throw new Error(`the test asks wrongly: ${wrong[0]!.message}`);
    checkQueryLimits(schemaUnderTest, document, getOperationAST(document)!, variables);
    const result = await execute({
      schema: schemaUnderTest,
      document,
      variableValues: variables,
      contextValue: this.contextOf(viewer),
    });
    return this.#answer(result as { data?: unknown; errors?: never });
  }

  /** What a subscription sends until its first heartbeat. */
  async listen(viewer: Viewer | null, text: string): Promise<Answer> {
    const source = await subscribe({
      schema: schemaUnderTest,
      document: parse(text),
      contextValue: this.contextOf(viewer),
    });
    if (!(Symbol.asyncIterator in source)) return this.#answer(source as never);
    const entries: unknown[] = [];
    for await (const { data } of source) {
      const entry = (data as { journal: { kind: string } }).journal;
      if (entry.kind === 'heartbeat') break;
      entries.push(entry);
    }
    return { data: { journal: entries }, errors: [], code: null };
  }

  contextOf(viewer: Viewer | null): RequestContext {
    return { viewer, services: this.services, loaders: createLoaders(viewer, this.services) };
  }

  #answer({ data, errors = [] }: { data?: unknown; errors?: readonly never[] }): Answer {
    const format = formatErrorWith({
      hints: true,
      log: (line, error) => console.error(line, error),
    });
    const formatted = (errors as readonly Error[]).map((error) =>
      format((error as unknown as { toJSON(): GraphQLFormattedError }).toJSON(), error),
    );
    const code = formatted[0]?.extensions?.['code'];
    return { data, errors: formatted, code: typeof code === 'string' ? code : null };
  }

  #watch(database: TestDatabase['database']): void {
    const inScope = database.inScope.bind(database);
    database.inScope = (viewer, work) =>
      inScope(viewer, (db) =>
        work({
          query: <Row>(statement: Statement) => {
            this.statements.push(statement.text.split('\n', 1)[0]!);
            return db.query<Row>(statement);
          },
        }),
      );
  }
}
