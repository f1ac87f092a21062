package onrecord.example;

import static onrecord.query.TimeStep.MONTH;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import onrecord.Archive;
import onrecord.format.CodedSheet;
import onrecord.format.CodingSheet;
import onrecord.query.CrossTable;
import onrecord.query.CrossTableRequest;
import onrecord.query.Dimension;
import onrecord.query.ErrorRates;
import onrecord.query.Facet;
import onrecord.query.Keyness;
import onrecord.query.KeywordSign;
import onrecord.query.Keywords;
import onrecord.query.KeywordsRequest;
import onrecord.query.Occurrence;
import onrecord.query.OwnField;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.ShareBase;
import onrecord.query.Target;
import onrecord.query.Timeline;
import onrecord.query.TimelineRequest;
import onrecord.query.Wordings;
import onrecord.query.WordingsRequest;

/**
 * Answers to five questions. The page of recipes shows each method with what it prints.
 *
 * @param archive the archive that is asked
 * @param folder a folder with files that the recipes read
 * @param out what the answers are printed to
 */
record Recipes(Archive archive, Path folder, PrintStream out) {

  void women() throws IOException {
    // begin women
    Dimension outlet = new Dimension.Values(Facet.OUTLET, 100);
    Dimension month = new Dimension.Periods(Facet.PUBLISHED, MONTH);
    Dimension gender = new Dimension.Values(OwnField.ofSpeaker("gender"), 100);
    CrossTable table =
        archive
            .statistics()
            .table(
                Search.of(Query.all()),
                CrossTableRequest.by(outlet, month, gender).sharesOf(ShareBase.of(outlet, month)));
    for (CrossTable.Row row : table.rows()) {
      if (row.values().contains("female")) {
        out.printf(
            Locale.ROOT,
            "%s %s: %d of %d, %.1f %%%n",
            row.values().get(0),
            row.values().get(1),
            row.quotations(),
            row.base().orElseThrow(),
            100 * row.share());
      }
    }
    // end women
  }

  void topic() throws IOException {
    // begin topic
    Search onFerries = Search.of(Query.words("ferry").in(Target.TEXT));
    Timeline timeline =
        archive
            .statistics()
            .timeline(onFerries, TimelineRequest.of(MONTH).splitBy(Facet.SPEAKER, 4));
    List<Timeline.Part> months = timeline.parts();
    for (Timeline.Series speaker : timeline.series()) {
      out.print(speaker.value() + ":");
      for (int i = 0; i < months.size(); i++) {
        out.print(" " + months.get(i).name() + " " + speaker.counts().get(i));
      }
      out.println();
    }
    // end topic
  }

  void keywords() throws IOException {
    // begin keywords
    Search falk = Search.of(Query.speaker("Ines Falk"));
    KeywordsRequest request = KeywordsRequest.against(Query.speaker("Jonas Reuter")).limit(3);
    for (KeywordSign sign : KeywordSign.values()) {
      Keywords keywords = archive.statistics().keywords(falk, request.sign(sign));
      for (Keywords.Keyword word : keywords.keywords()) {
        Keyness effect = keywords.keyness(word);
        out.printf(
            Locale.ROOT,
            "%s: %d and %d times, log ratio %.2f, G2 %.2f%n",
            word.word(),
            word.count(),
            word.otherCount(),
            effect.logRatio(),
            word.g2());
      }
    }
    // end keywords
  }

  void wordings() throws IOException {
    // begin wordings
    Search search = Search.of(Query.words("water"));
    for (Wordings.Wording wording :
        archive.statistics().wordings(search, WordingsRequest.repeated()).wordings()) {
      for (Occurrence printed : wording.occurrences()) {
        out.printf(
            Locale.ROOT,
            "%s %s: %s%n",
            printed.article().published().orElseThrow().day(),
            printed.article().outlet().orElseThrow(),
            printed.quotation().text());
      }
    }
    // end wordings
  }

  void errors() throws IOException {
    // begin errors
    CodingSheet sheet = CodingSheet.read(folder.resolve("sheet.csv"));
    CodedSheet coded = CodedSheet.of(sheet, "correct", archive::unannotated);
    for (ErrorRates.Rate rule : ErrorRates.of(coded.judgements()).rules()) {
      out.printf(
          Locale.ROOT,
          "%s: %d of %d wrong, 95 %% interval %.3f to %.3f%n",
          rule.value(),
          rule.wrong(),
          rule.judged(),
          rule.interval().lower(),
          rule.interval().upper());
    }
    // end errors
  }
}
