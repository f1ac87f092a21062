package onrecord.search;

/** Counts the letters in which two words differ. Stateless. */
final class EditDistance {

  private EditDistance() {}

  /**
   * {@return the number of letters to change, insert or delete}
   *
   * @param maximum the greatest number of interest; if there are more, any greater one is returned
   */
  static int of(String a, String b, int maximum) {
    if (Math.abs(a.length() - b.length()) > maximum) {
      return maximum + 1;
    }
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = last[0];
      int least = i;
      last[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = last[j];
        last[j] = Math.min(change, 1 + Math.min(last[j], last[j - 1]));
        least = Math.min(least, last[j]);
      }
      if (least > maximum) {
        return least;
      }
    }
    return last[b.length()];
  }
}
