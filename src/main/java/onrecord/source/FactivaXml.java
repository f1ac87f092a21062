package onrecord.source;

import java.util.Set;
import java.util.regex.Pattern;

/** Reads the articles of the XML of Factiva. */
final class FactivaXml {

  private static final Pattern START = Pattern.compile("<(?:\\w{1,10}:)?article(?=[\\s>])");
  private static final int LONGEST_START = 30;
  private static final Set<String> ROOTS =
      Set.of("ppsresponse", "ppsarticleresponse", "ppsarticleresultset", "ppsarticle");

  private FactivaXml() {}

  /** {@return whether a content is XML of Factiva} */
  static boolean isRecognized(Head head) {
    return head.rootElement().filter(ROOTS::contains).isPresent();
  }

  /** {@return the records of a content} */
  static RecordSource open(SourceInput input) {
    return new PieceRecords(
        input,
        START,
        LONGEST_START,
        "articles of Factiva",
        (piece, line) ->
            START.matcher(piece).lookingAt()
                ? FactivaElement.article(piece).toRecord(input, line)
                : null);
  }
}
