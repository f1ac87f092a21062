package onrecord.report;

import onrecord.page.Markup;

/**
 * A part of an image.
 *
 * @param markup its elements
 * @param height its height in pixels
 */
record Picture(Markup markup, double height) {}
