/** What is made of a model and kept while it holds. An editor asks several things about each state of a document. */

import type { PlanModel } from '../model/model.ts';

/** The same, made once for each state of a model. */
export function oncePerState<Made>(make: (model: PlanModel) => Made): (model: PlanModel) => Made {
  const known = new WeakMap<PlanModel, { readonly revision: number; readonly made: Made }>();
  return (model) => {
    const { revision } = model;
    let found = known.get(model);
    if (found?.revision !== revision) {
      found = { revision, made: make(model) };
      known.set(model, found);
    }
    return found.made;
  };
}
