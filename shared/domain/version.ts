/** Version of the code, as in package.json: manifests name it, work folders are tied to it. */
export const VERSION = '0.4.0';
