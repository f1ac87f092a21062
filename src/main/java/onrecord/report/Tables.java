package onrecord.report;

import onrecord.page.Markup;

/** Starts what tables are in. */
final class Tables {

  private Tables() {}

  /** Starts a part of a page that can be scrolled, also from the keyboard. */
  static void scrolled(Markup markup, String label) {
    markup.open("div", "class", "scrolled", "role", "region", "tabindex", "0", "aria-label", label);
  }
}
