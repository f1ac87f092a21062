package onrecord.report;

import onrecord.page.Markup;

/** Draws the part of a chart below its title. */
@FunctionalInterface
interface Drawing {

  /**
   * {@return the drawing as wide as given}
   *
   * @param width the width in pixels
   */
  Picture draw(int width);

  /** {@return a drawing of a sentence, where there is nothing to draw} */
  static Drawing of(String sentence) {
    return width -> {
      Markup markup = new Markup();
      double y = 0;
      for (String line : Lettering.QUIET.wrap(sentence, width, 4)) {
        y += 15;
        markup.element("text", line, "class", "quiet", "x", "0", "y", Figures.coordinate(y));
      }
      return new Picture(markup, y + 10);
    };
  }
}
