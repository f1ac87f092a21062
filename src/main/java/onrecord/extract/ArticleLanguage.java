package onrecord.extract;

import com.google.common.base.CharMatcher;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import onrecord.model.Article;
import onrecord.text.LanguageGuess;

/**
 * Decides whether an article is in English: by the language that is given for it, or else by its
 * text. Stateless, thread-safe.
 */
final class ArticleLanguage {
  private static final Set<String> ENGLISH = Set.of("en", "eng", "english");

  /** Codes that name no single language, so that the text decides. */
  private static final Set<String> NO_LANGUAGE =
      Set.of("und", "mul", "mis", "zxx", "unknown", "multiple", "none", "null", "n/a", "na");

  private static final CharMatcher SEPARATOR = CharMatcher.anyOf("-_ (,;:/");

  private ArticleLanguage() {}

  /** {@return whether an article is in English, as far as can be seen} */
  static boolean isEnglish(Article article) {
    Optional<String> given = article.language().map(ArticleLanguage::primary);
    return given.isEmpty() || NO_LANGUAGE.contains(given.get())
        ? LanguageGuess.otherThanEnglish(article.text()).isEmpty()
        : ENGLISH.contains(given.get());
  }

  /** The language without region and script: "en" of "en-GB". */
  private static String primary(String language) {
    String stripped = language.strip().toLowerCase(Locale.ROOT);
    if (NO_LANGUAGE.contains(stripped)) {
      return stripped;
    }
    int end = SEPARATOR.indexIn(stripped);
    return end < 0 ? stripped : stripped.substring(0, end);
  }
}
