// The module's file, for bundlers that turn an import of it into its address.
declare const address: string;
export default address;
