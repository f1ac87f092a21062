package onrecord.source;

import java.util.Optional;
import java.util.regex.Pattern;
import onrecord.model.ArticleVersion;
import onrecord.model.Published;

/**
 * The version of an item as its source prints it. Immutable.
 *
 * @param number the number of the version; empty if there is none, ignored if it is no whole number
 * @param created when the version was made, in any form that {@link PublishedText} reads; empty if
 *     that is not known
 */
record PrintedVersion(String number, String created) {

  private static final Pattern WHOLE = Pattern.compile("\\d{1,15}");

  /** {@return a record with this version, as far as it can be read} */
  ArticleRecord of(ArticleRecord record, DateOrder dates) {
    return read(dates).map(record::withVersion).orElse(record);
  }

  private Optional<ArticleVersion> read(DateOrder dates) {
    Optional<Long> whole =
        Optional.of(number.strip())
            .filter(text -> WHOLE.matcher(text).matches())
            .map(Long::valueOf);
    Optional<Published> made =
        created.isBlank() ? Optional.empty() : PublishedText.read(created.strip(), dates);
    return whole.isEmpty() && made.isEmpty()
        ? Optional.empty()
        : Optional.of(new ArticleVersion(whole, made.map(Published::instant)));
  }
}
