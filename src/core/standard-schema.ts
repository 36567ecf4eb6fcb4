/**
 * A validator of any library that speaks Standard Schema v1 (Zod, Valibot, ArkType ...), as far as it
 * is used here. Only its verdict counts: what it turns values into is not sent.
 */
export interface StandardSchema {
  /** What the standard asks for. */
  readonly '~standard': {
    /** The standard's version. */
    readonly version: 1
    /** Who made the schema. */
    readonly vendor: string
    /** Judges the values, at once or later. */
    readonly validate: (value: unknown) => StandardSchemaResult | Promise<StandardSchemaResult>
  }
}

/** A schema's verdict; `issues` is missing when all is well. */
export interface StandardSchemaResult {
  /** What is wrong. */
  readonly issues?: readonly StandardSchemaIssue[] | undefined
}

/** One thing that is wrong. */
export interface StandardSchemaIssue {
  /** What the person reads. */
  readonly message: string
  /** Where it is; the first step is a field's id, and no step at all is the form as a whole. */
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}
