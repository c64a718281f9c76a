/** What is made of a model and kept while it holds. An editor asks several things about each state of a document. */

import type { PlanModel } from '../model/model.ts';
import type { LineChunk } from '../syntax/tree.ts';

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

/**
 * The same for a run of lines, made again only where one of them reads differently: the same object for as long as none
 * does. It must tell nothing of where the lines stand, nor of those around them.
 */
export function oncePerChunk<Made, Model = PlanModel>(
  make: (chunk: LineChunk, model: Model) => Made,
): (chunk: LineChunk, model: Model) => Made {
  const known = new WeakMap<LineChunk, { readonly revision: number; readonly made: Made }>();
  return (chunk, model) => {
    const { revision } = chunk;
    let found = known.get(chunk);
    if (found?.revision !== revision) {
      found = { revision, made: make(chunk, model) };
      known.set(chunk, found);
    }
    return found.made;
  };
}

/** Whether both hold the same objects. */
export function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
