/**
 * Runs a subscription's document once for all subscribers who ask the same and stand at the same scope: a thousand
 * walls cost one set of statements for each row of the journal, not a thousand.
 */
import type { Viewer } from '#access/viewer.ts';
import type { FeedEntry } from '#live/journal-feed.ts';
import { createSourceEventStream, execute, Kind, print, visit } from 'graphql';
import type {
  DocumentNode,
  ExecutionArgs,
  ExecutionResult,
  FormattedExecutionResult,
  GraphQLError,
  GraphQLFormattedError,
} from 'graphql';
import type { RequestContext } from '../context.ts';

/** Things are shown "as they are now": an answer older than this is worked out anew. */
const sharedForMs = 2_000;
const sharedAnswers = 1_000;

export type FormatErrors = (errors: readonly GraphQLError[]) => GraphQLFormattedError[];

type Shared = { at: number; answer: Promise<FormattedExecutionResult> };

/** What the answer to an entry depends on besides the entry: the document below the root field, its variables, the scope. */
function groupOf(
  document: DocumentNode,
  variables: Record<string, unknown>,
  viewer: Viewer,
): string {
  const used = new Set<string>();
  const body = visit(document, {
    VariableDefinition: () => null,
    OperationDefinition: (operation) => ({
      ...operation,
      selectionSet: {
        ...operation.selectionSet,
        // `afterSeq` and `kinds` say which entries come, not what is told of them.
        selections: operation.selectionSet.selections.map((selection) =>
          selection.kind === Kind.FIELD ? { ...selection, arguments: [] } : selection,
        ),
      },
    }),
  });
  visit(body, { Variable: (node) => void used.add(node.name.value) });
  const given = [...used].sort().map((name) => [name, variables[name]]);
  const { scopePrefix, areaCode, role, departmentCode } = viewer;
  return JSON.stringify([print(body), given, scopePrefix, areaCode, role, departmentCode]);
}

export class SharedExecution {
  readonly #answers = new Map<string, Shared>();
  #executions = 0;

  /** How many documents were really run, for tests and metrics. */
  get executions(): number {
    return this.#executions;
  }

  /** The stream of answers to one subscription; `freshContext` gives each entry loaders of its own. */
  async subscribe(
    args: ExecutionArgs,
    freshContext: () => RequestContext,
    formatErrors: FormatErrors,
  ): Promise<AsyncGenerator<FormattedExecutionResult> | FormattedExecutionResult> {
    const source = await createSourceEventStream(args);
    if (!isStream(source)) return format(source, formatErrors);
    const viewer = freshContext().viewer!;
    const group = groupOf(args.document, { ...args.variableValues }, viewer);
    const answerTo = (entry: FeedEntry) =>
      this.#shared(`${group} ${entry.kind} ${entry.seq}`, async () => {
        this.#executions += 1;
        const result = await execute({ ...args, rootValue: entry, contextValue: freshContext() });
        return format(result, formatErrors);
      });
    return answers(source as AsyncIterable<FeedEntry>, answerTo);
  }

  #shared(
    key: string,
    work: () => Promise<FormattedExecutionResult>,
  ): Promise<FormattedExecutionResult> {
    const now = performance.now();
    const known = this.#answers.get(key);
    if (known !== undefined && now - known.at < sharedForMs) return known.answer;
    const answer = work();
    this.#answers.delete(key);
    this.#answers.set(key, { at: now, answer });
    if (this.#answers.size > sharedAnswers)
      this.#answers.delete(this.#answers.keys().next().value!);
    return answer;
  }
}

async function* answers(
  source: AsyncIterable<FeedEntry>,
  answerTo: (entry: FeedEntry) => Promise<FormattedExecutionResult>,
): AsyncGenerator<FormattedExecutionResult> {
  for await (const entry of source) yield await answerTo(entry);
}

function isStream(source: unknown): source is AsyncIterable<unknown> {
  return typeof source === 'object' && source !== null && Symbol.asyncIterator in source;
}

function format(result: ExecutionResult, formatErrors: FormatErrors): FormattedExecutionResult {
  const { data, errors } = result;
  return errors === undefined
    ? { data: data ?? null }
    : { data: data ?? null, errors: formatErrors(errors) };
}
