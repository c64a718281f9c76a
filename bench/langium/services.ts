/**
 * The services of the plan language in Langium. The grammar is loaded at run time and not generated
 * beforehand: Langium interprets the same grammar tree either way, so the speed of the parser is the
 * same, and the bench needs neither the command line tool nor generated files. Only the start of a
 * server is slower for it, which is why no start is measured here.
 */
import { createServicesForGrammar } from 'langium/grammar';
import type { LangiumServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import grammar from './plan.langium';
import { PlanScopeComputation } from './scope-computation.ts';
import { PlanTokenBuilder } from './token-builder.ts';
import { checks } from './validator.ts';

export async function createPlanServices(connection?: Connection): Promise<LangiumServices> {
  const services = await createServicesForGrammar({
    grammar,
    parserConfig: { skipValidations: true },
    languageMetaData: {
      caseInsensitive: false,
      fileExtensions: ['.plan'],
      languageId: 'plan',
      mode: 'production',
    },
    module: {
      parser: { TokenBuilder: () => new PlanTokenBuilder() },
      references: {
        ScopeComputation: (services: LangiumServices) => new PlanScopeComputation(services),
      },
    },
    sharedModule: connection === undefined ? {} : { lsp: { Connection: () => connection } },
  });
  services.validation.ValidationRegistry.register(checks);
  return services;
}
