package onrecord.html;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * The article of a page: what the page declares of it, and its text. Immutable.
 *
 * @param title the headline
 * @param paragraphs the paragraphs of the text, without blanks around them; none if the page
 *     contains no article
 * @param published the dates that the page gives for the publication, the most trustworthy first
 * @param authors the authors, without "By"
 * @param outlet the name of the site
 * @param section the section of the site
 * @param url the address that the page declares its own
 * @param language the tag of the language
 * @param tags the keywords
 */
public record PageArticle(
    Optional<String> title,
    List<String> paragraphs,
    List<String> published,
    List<String> authors,
    Optional<String> outlet,
    Optional<String> section,
    Optional<String> url,
    Optional<String> language,
    List<String> tags) {

  /** Copies the lists. */
  public PageArticle {
    paragraphs = ImmutableList.copyOf(paragraphs);
    published = ImmutableList.copyOf(published);
    authors = ImmutableList.copyOf(authors);
    tags = ImmutableList.copyOf(tags);
  }

  /** {@return the text: the paragraphs, separated by empty lines} */
  public String text() {
    return String.join("\n\n", paragraphs);
  }
}
