/** Why a blueprint cannot be changed like this, and what to do. `message` is fit to show. */
export interface BlueprintError {
  readonly message: string;
}
