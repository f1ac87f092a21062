package onrecord.report;

import onrecord.page.Markup;

/** Draws the part of a chart below its title. */
@FunctionalInterface
interface Drawing {

  /** The drawing of a statistic of nothing, of which the title says everything. */
  Drawing NONE = width -> new Picture(new Markup(), 0);

  /**
   * {@return the drawing as wide as given}
   *
   * @param width the width in pixels
   */
  Picture draw(int width);
}
