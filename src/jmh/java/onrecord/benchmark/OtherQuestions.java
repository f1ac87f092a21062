package onrecord.benchmark;

import java.io.IOException;
import onrecord.Archive;
import onrecord.query.ConcordanceKey;
import onrecord.query.ConcordanceRequest;
import onrecord.query.KeywordsRequest;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.TimeStep;
import onrecord.query.TimelineRequest;

/** Measures questions to an archive that the other sides do not answer. Immutable. */
final class OtherQuestions {

  private OtherQuestions() {}

  /** Prints the time of each question. */
  static void measure(Archive archive) throws IOException {
    Table.head("CPU microseconds of a question", Sides.NAMES.subList(0, 1));
    Search common = Search.of(Query.words(MadeArticles.word(40)));
    Search speaker = Search.of(Query.speaker(MadeArticles.speaker(3)));
    ConcordanceRequest lines = ConcordanceRequest.by(ConcordanceKey.parse("R1"));
    TimelineRequest months = TimelineRequest.of(TimeStep.MONTH);
    KeywordsRequest keywords = KeywordsRequest.againstAllOthers();
    print("concordance", () -> archive.statistics().concordance(common, lines));
    print("timeline by month", () -> archive.statistics().timeline(common, months));
    print("keyness of a speaker's words", () -> archive.statistics().keywords(speaker, keywords));
    print("suggestion", () -> archive.suggest("Ba", Search.of(Query.all()), 10));
  }

  private static void print(String name, Clock.Operation question) throws IOException {
    Table.row(name, "%.0f", Clock.medians(question));
  }
}
