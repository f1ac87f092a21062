package onrecord.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import onrecord.AddObserver;
import onrecord.AddReport;
import onrecord.Archive;
import onrecord.ArchiveOptions;
import onrecord.Rejection;
import onrecord.extract.Extractor;
import onrecord.query.ArchiveInfo;
import onrecord.source.ArticleReader;
import onrecord.source.ReadReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Adds articles to an archive. */
@Command(
    name = "index",
    description = {
      "Adds articles and their quotations to an archive, which is created if it does not exist.",
      "An article replaces the one with the same id; an article that the archive already holds"
          + " unchanged is skipped; an article that its source withdraws is deleted. Of items of NewsML-G2, NITF and ninjs, an"
          + " older version never replaces a newer one; article.version and article.version_created"
          + " are fields of these articles. If some articles are rejected, the others are still"
          + " added."
    })
final class IndexCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();
  @Mixin private final Intake intake = new Intake();
  @Mixin private final ExtractorOptions extractorOptions = new ExtractorOptions();
  @Mixin private final ResourceOptions resources = new ResourceOptions();

  @Option(
      names = "--commit-every",
      converter = WholeNumber.Positive.class,
      paramLabel = "N",
      defaultValue = "1000",
      description = "Commit after every N articles and at the end. Default: ${DEFAULT-VALUE}.")
  private int commitEvery;

  @Option(
      names = "--article-limit",
      converter = WholeNumber.Positive.class,
      paramLabel = "BYTES",
      description =
          "Maximum length of the text of an article, in bytes of UTF-8; longer ones are rejected."
              + " Default: 10000000.")
  private int articleLimit = ArchiveOptions.DEFAULT.articleLimit();

  @Option(
      names = "--json",
      description = {
        "Print {\"committed\": n} after each commit, which makes the first n articles durable, not"
            + " counting rejected ones; then {\"added\", \"replaced\", \"unchanged\", \"rejected\","
            + " \"otherLanguage\", \"deleted\", \"outdated\", \"detached\", \"articles\", \"quotations\", \"speakers\", \"read\"}. The"
            + " three before \"read\" count the whole archive; \"otherLanguage\" counts the articles that"
            + " are not in English, \"deleted\" those that were withdrawn, \"outdated\" the records of older versions, \"detached\" the annotations of the archive on"
            + " quotations that are not there.",
        "\"read\" is {\"articles\", \"failures\", \"withdrawn\", \"files\", \"not_read\","
            + " \"not_articles\", \"embargoed\", \"unused_fields\", \"missing\", \"unread_dates\","
            + " \"unread_date\"}, where \"files\" to \"missing\" are objects of counts.",
        "With --authority, also \"ambiguous\": [{\"name\", \"quotations\", \"candidates\":"
            + " [{\"name\", \"id\", \"description\"}]}]: the names in the archive that the list has for"
            + " several speakers."
      })
  private boolean json;

  IndexCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Extractor extractor = extractorOptions.extractor(terminal);
    ArchiveOptions options =
        UsageException.reading(() ->
            resources
                .options()
                .commitEvery(commitEvery)
                .articleLimit(articleLimit)
                .extractor(extractor)
                .build());
    AddReport report;
    Contents contents;
    ReadReport read;
    try (StopSignals signals = StopSignals.receive(this::stop);
        Archive open = archive.open(options);
        ArticleReader articles = intake.open(terminal)) {
      Additions additions = new Additions(signals);
      report = add(open, articles, additions);
      read = articles.report();
      open.commit();
      if (additions.committed < report.taken()) {
        additions.committed(report.taken());
      }
      if (signals.first().isPresent()) {
        return stopped(signals.first().get(), report);
      }
      contents =
          new Contents(
              open.info(), Ambiguities.of(open, extractor.authority()), Detached.count(open));
    }
    if (json) {
      terminal.line(json(report, read, contents));
    } else {
      ReadSummary.sentences(read).forEach(terminal::line);
      print(report, contents.info());
      contents.ambiguities().print(terminal::line);
      Detached.message(contents.detached()).ifPresent(terminal::line);
    }
    return report.rejected() == 0 && !read.isEmpty() ? 0 : 1;
  }

  /** What the archive holds, and what is to be said of it. */
  private record Contents(ArchiveInfo info, Ambiguities ambiguities, long detached) {}

  private void stop(StopSignal signal) {
    terminal.announceStop(signal);
    terminal.endInput();
  }

  @SuppressWarnings("try") // The progress is shown, not referred to.
  private AddReport add(Archive open, ArticleReader articles, Additions additions)
      throws IOException {
    try (Progress progress =
        intake.report(
            terminal, "indexing", articles, additions.processed::get, additions.rejected::get)) {
      return open.addAll(articles.stream(), additions);
    }
  }

  private int stopped(StopSignal signal, AddReport report) {
    terminal.complain(
        "stopped by "
            + signal
            + "; committed "
            + Count.of(report.taken(), "article")
            + "; the same command skips them and goes on");
    return signal.exitCode();
  }

  private String json(AddReport report, ReadReport read, Contents contents) throws IOException {
    return Json.object(out -> {
      out.writeNumberProperty("added", report.added());
      out.writeNumberProperty("replaced", report.replaced());
      out.writeNumberProperty("unchanged", report.unchanged());
      out.writeNumberProperty("rejected", report.rejected());
      out.writeNumberProperty("otherLanguage", report.otherLanguage());
      out.writeNumberProperty("deleted", report.deleted());
      out.writeNumberProperty("outdated", report.outdated());
      out.writeNumberProperty("detached", contents.detached());
      Json.counts(out, contents.info());
      ReadSummary.write(out, read);
      if (extractorOptions.hasAuthority()) {
        contents.ambiguities().write(out);
      }
    });
  }

  private void print(AddReport report, ArchiveInfo info) throws IOException {
    terminal.line(
        "Added "
            + Count.of(report.added(), "article")
            + ", replaced "
            + report.replaced()
            + ", unchanged "
            + report.unchanged()
            + ", rejected "
            + report.rejected()
            + ".");
    if (report.withdrawn() > 0) {
      terminal.line(
          "Deleted "
              + Count.of(report.deleted(), "article")
              + " of "
              + report.withdrawn()
              + " that were withdrawn.");
    }
    if (report.outdated() > 0) {
      terminal.line(
          "Left out "
              + Count.of(report.outdated(), "record")
              + " of older versions of articles; the newer ones were kept.");
    }
    OtherLanguages.message(report.otherLanguage()).ifPresent(terminal::line);
    terminal.line(
        archive.folder()
            + " now holds "
            + Count.of(info.articles(), "article")
            + " with "
            + Count.of(info.quotations(), "quotation")
            + " of "
            + Count.of(info.speakers(), "speaker")
            + ".");
  }

  /** Counts what is added, and prints commits and rejections as they occur. */
  private final class Additions implements AddObserver {
    private final StopSignals signals;
    private final AtomicLong processed = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private long committed;

    Additions(StopSignals signals) {
      this.signals = signals;
    }

    @Override
    public boolean isStopRequested() {
      return signals.first().isPresent();
    }

    @Override
    public void committed(long articles) {
      committed = articles;
      if (json) {
        try {
          terminal.line("{\"committed\":" + articles + "}");
          terminal.flush();
        } catch (Terminal.ClosedPipe e) {
          // The output has been closed, but the remaining articles are still added.
          json = false;
        }
      }
    }

    @Override
    public void processed(long articles) {
      processed.set(articles);
    }

    @Override
    public void rejected(Rejection rejection) {
      rejected.incrementAndGet();
      terminal.complain(rejection.toString());
    }
  }
}
