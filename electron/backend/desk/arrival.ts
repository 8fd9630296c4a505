import { isArticleId, type ArticleId } from '#shared/article/identity.ts';
import type { ParcelName } from '#shared/parcel/name.ts';
import type { Parcel } from '#shared/parcel/parcel.ts';

/** A parcel whose bytes are what its name says and whose frame is sound. */
export interface ArrivedParcel {
  readonly name: ParcelName;
  readonly bytes: Uint8Array;
  readonly parcel: Parcel;
}

/** The articles in parcels, each with its parts in order. */
export function partsByArticle(batch: readonly Pick<ArrivedParcel, 'parcel'>[]): Map<ArticleId, ArrivedPart[]> {
  const parts = new Map<ArticleId, ArrivedPart[]>();
  for (const { parcel } of batch) {
    for (const { id, schema, update } of parcel.parts) {
      if (!isArticleId(id)) continue;
      const { member, device } = parcel;
      parts.set(id, [...(parts.get(id) ?? []), { schema, update, from: { member, device } }]);
    }
  }
  return parts;
}

/** One article's part of a parcel, and whom it is from. */
export interface ArrivedPart {
  readonly schema: number;
  readonly update: Uint8Array;
  readonly from: { readonly member: string; readonly device: string };
}
