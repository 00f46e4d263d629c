import type { BuildOptions } from './build-options.ts';
import { type ContentBuilder, type ContentUpdate, createContentBuilder, type UpdateResult } from './content-builder.ts';

/** The same content as the public gets it and, where somebody wants that, with everything that is hidden. */
export interface ContentViews {
  readonly published: ContentBuilder;
  readonly everything: ContentBuilder | null;
  /** Takes changes into both. */
  apply(update: ContentUpdate): ViewsResult;
}

export interface ViewsResult extends UpdateResult {
  /** That of the view of everything, where there is one. */
  readonly everything: UpdateResult | null;
}

export interface ContentViewsInput {
  readonly options: BuildOptions;
  readonly first: ContentUpdate;
  readonly now: () => Date;
  readonly withEverything: boolean;
}

export function createContentViews({ options, first, now, withEverything }: ContentViewsInput): ContentViews {
  const published = createContentBuilder(options, first, { now, view: 'published' });
  const everything = withEverything ? createContentBuilder(options, first, { now, view: 'everything' }) : null;
  return {
    published,
    everything,
    apply(update) {
      const ofEverything = everything?.apply(update) ?? null;
      return { ...published.apply(update), everything: ofEverything };
    },
  };
}
