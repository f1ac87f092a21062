package onrecord.search;

/**
 * Distinguishes the inflected forms of English words (plurals, tenses, possessives and adverbs)
 * from other words with the same stem: "voters" is a form of "voter", but "Booker" is none of
 * "book", nor "Thor" of "the". Stateless.
 */
final class Inflection {

  /** The minimum length of an adjective from which an adverb is formed. */
  private static final int MIN_ADJECTIVE = 4;

  private Inflection() {}

  /** {@return whether a word in lower case is a form of its stem} */
  static boolean isOf(String word, String stem) {
    String bare = withoutPossessive(word);
    return bare.equals(stem)
        || isPlural(bare, stem)
        || isTense(bare, stem)
        || (stem.length() >= MIN_ADJECTIVE && bare.equals(stem + "ly"));
  }

  /** {@return a word without "'s" at its end} */
  static String withoutPossessive(String word) {
    return word.endsWith("'s") ? without(word, 2) : word;
  }

  private static boolean isPlural(String word, String stem) {
    return word.equals(stem + "s")
        || word.equals(stem + "es")
        || (stem.endsWith("y") && word.equals(without(stem, 1) + "ies"))
        || (stem.endsWith("e") && word.equals(without(stem, 1) + "es"));
  }

  private static boolean isTense(String word, String stem) {
    if (stem.isEmpty()) {
      return false;
    }
    String doubled = stem + stem.charAt(stem.length() - 1);
    return word.equals(stem + "ed")
        || word.equals(stem + "ing")
        || word.equals(doubled + "ed")
        || word.equals(doubled + "ing")
        || (stem.endsWith("e")
            && (word.equals(stem + "d") || word.equals(without(stem, 1) + "ing")))
        || (stem.endsWith("y") && word.equals(without(stem, 1) + "ied"))
        || (stem.endsWith("ie") && word.equals(without(stem, 2) + "ying"));
  }

  private static String without(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }
}
