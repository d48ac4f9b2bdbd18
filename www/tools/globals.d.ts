// What the tools that measure put into the page.

/** Milliseconds of the longest task so far. */
declare var longest: number;
/** Whether the sample was clicked, and when its first marks were there, in milliseconds from the start of the navigation. */
declare var clicked: boolean | undefined;
declare var markedAt: number | undefined;
