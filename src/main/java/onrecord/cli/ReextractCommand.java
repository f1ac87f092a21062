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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Extracts again the quotations of the articles in an archive. */
@Command(
    name = "reextract",
    description = {
      "Extracts again the quotations of articles that were extracted by another version of the"
          + " extractor, with other settings or with another list of known speakers.",
      "Articles keep their ids, and so do quotations that begin at the same place. Labels and"
          + " corrections of coders are kept with their quotations. A run that was"
          + " interrupted continues where it stopped when it is started again."
    })
final class ReextractCommand implements Callable<Integer> {

  private static final long COMMIT_EVERY = 1000;

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();
  @Mixin private final ExtractorOptions extractorOptions = new ExtractorOptions();
  @Mixin private final ResourceOptions resources = new ResourceOptions();

  @Option(
      names = "--json",
      description =
          "Print one JSON object: {\"replaced\", \"unchanged\", \"rejected\", \"otherLanguage\", \"detached\"},"
              + " and with --authority \"ambiguous\", as index does. \"unchanged\" counts articles that another program"
              + " changed meanwhile, \"detached\" the annotations on quotations that are not there.")
  private boolean json;

  ReextractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    AddReport report;
    Ambiguities ambiguities;
    long detached;
    Extractor extractor = extractorOptions.extractor(terminal);
    ArchiveOptions options =
        UsageException.reading(
            () -> resources.options().commitEvery(COMMIT_EVERY).extractor(extractor).build());
    try (StopSignals signals = StopSignals.receive(terminal::announceStop);
        Archive open = archive.openPresent(options)) {
      report = reextract(open, signals);
      open.commit();
      if (signals.first().isPresent()) {
        return stopped(signals.first().get(), report);
      }
      ambiguities = Ambiguities.of(open, extractor.authority());
      detached = Detached.count(open);
    }
    print(report, ambiguities, detached);
    return report.rejected() == 0 ? 0 : 1;
  }

  @SuppressWarnings("try") // The progress is shown, not referred to.
  private AddReport reextract(Archive open, StopSignals signals) throws IOException {
    AtomicLong processed = new AtomicLong();
    long articles = open.info().articles();
    try (Progress progress =
        Progress.start(
            terminal,
            "extracting again",
            () -> Amount.of("article", processed.get()).partOf(processed.get(), articles))) {
      return open.reextract(observer(signals, processed));
    }
  }

  private AddObserver observer(StopSignals signals, AtomicLong processed) {
    return new AddObserver() {
      @Override
      public void processed(long articles) {
        processed.set(articles);
      }

      @Override
      public boolean isStopRequested() {
        return signals.first().isPresent();
      }

      @Override
      public void rejected(Rejection rejection) {
        terminal.complain("article " + rejection);
      }
    };
  }

  private int stopped(StopSignal signal, AddReport report) {
    terminal.complain(
        "stopped by "
            + signal
            + "; extracted again and committed "
            + Count.of(report.replaced(), "article")
            + "; the same command goes on with the others");
    return signal.exitCode();
  }

  private void print(AddReport report, Ambiguities ambiguities, long detached) throws IOException {
    if (json) {
      terminal.line(
          Json.object(out -> {
            out.writeNumberProperty("replaced", report.replaced());
            out.writeNumberProperty("unchanged", report.unchanged());
            out.writeNumberProperty("rejected", report.rejected());
            out.writeNumberProperty("otherLanguage", report.otherLanguage());
            out.writeNumberProperty("detached", detached);
            if (extractorOptions.hasAuthority()) {
              ambiguities.write(out);
            }
          }));
    } else {
      terminal.line(
          "Extracted "
              + Count.of(report.replaced(), "article")
              + " again, rejected "
              + report.rejected()
              + ".");
      OtherLanguages.message(report.otherLanguage()).ifPresent(terminal::line);
      ambiguities.print(terminal::line);
      Detached.message(detached).ifPresent(terminal::line);
    }
  }
}
