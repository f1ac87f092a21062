package onrecord.schema;

import com.google.common.hash.HashCode;
import java.util.Optional;
import onrecord.model.Article;

/**
 * What an index keeps of an article that is not part of the article. Immutable.
 *
 * @param extractor the version of the extractor that found its quotations; empty if they were given
 * @param fingerprint the {@link Fingerprint} of the article and the extractor
 * @param arrival when the article came in, if known
 * @param annotations the annotations on its quotations, with what they have replaced
 */
public record ArticleMetadata(
    Optional<String> extractor,
    HashCode fingerprint,
    Optional<ArrivalRecord> arrival,
    AnnotationLog annotations) {

  /** {@return the metadata of an article that has not come in yet, without annotations} */
  public static ArticleMetadata of(Article article, Optional<String> extractor) {
    return new ArticleMetadata(
        extractor, Fingerprint.of(article, extractor), Optional.empty(), AnnotationLog.NONE);
  }
}
