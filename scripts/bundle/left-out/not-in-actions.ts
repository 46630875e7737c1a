/** Stands in the bundle for a package that only the command line asks for. */
throw new Error('this part of Slipway is for the command line; it is not in the bundle of the actions');
