package benchwright.report.page;

import benchwright.report.markup.Markup;

/**
 * A part of a page with an entry in its table of contents.
 *
 * @param id lower-case letters and hyphens.
 */
record Section(String id, String title, Markup body) {}
