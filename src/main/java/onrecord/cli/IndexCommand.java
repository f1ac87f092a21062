package onrecord.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import onrecord.AddObserver;
import onrecord.AddReport;
import onrecord.Archive;
import onrecord.ArchiveOptions;
import onrecord.Rejection;
import onrecord.extract.SpeakerAuthority;
import onrecord.query.ArchiveInfo;
import onrecord.source.ArticleReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Adds articles to an archive. */
@Command(
    name = "index",
    description = {
      "Adds articles and their quotations to an archive, which is made if there is none.",
      "An article takes the place of the one in the archive with the same id; one that is there"
          + " already just as it is is passed over. What was added stays when others are rejected."
    })
final class IndexCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin private final ArchiveOption archive = new ArchiveOption();
  @Mixin private final Intake intake = new Intake();
  @Mixin private final AuthorityOption authorityOption = new AuthorityOption();
  @Mixin private final ResourceOptions resources = new ResourceOptions();

  @Option(
      names = "--commit-every",
      paramLabel = "N",
      defaultValue = "1000",
      description =
          "Make a commit after each N articles and at the end. Default: ${DEFAULT-VALUE}.")
  private long commitEvery;

  @Option(
      names = "--article-limit",
      paramLabel = "BYTES",
      description =
          "Reject an article whose text has more bytes of UTF-8 than this; 10000000 if not given.")
  private int articleLimit = ArchiveOptions.DEFAULT.articleLimit();

  @Option(
      names = "--json",
      description = {
        "Print {\"committed\": n} after each commit, when the first n of the articles that were taken"
            + " are safe; then {\"added\", \"replaced\", \"unchanged\", \"rejected\", \"articles\","
            + " \"quotations\", \"speakers\"}. The last three count the whole archive.",
        "With an authority it has \"ambiguous\" too: [{\"name\", \"quotations\", \"candidates\":"
            + " [{\"name\", \"id\", \"description\"}]}], the speakers in the archive whose name the"
            + " authority has for more than one."
      })
  private boolean json;

  IndexCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    UsageException.requirePositive("--commit-every", commitEvery);
    SpeakerAuthority authority = authorityOption.read();
    ArchiveOptions options =
        UsageException.reading(() ->
            resources
                .options()
                .commitEvery(commitEvery)
                .articleLimit(articleLimit)
                .authority(authority)
                .build());
    AddReport report;
    Ambiguities ambiguities;
    ArchiveInfo info;
    Progress progress = new Progress();
    try (Archive open = archive.open(options);
        ArticleReader articles = intake.open(terminal)) {
      report = open.addAll(articles.stream(), progress);
      open.commit();
      if (progress.committed < report.taken()) {
        progress.committed(report.taken());
      }
      info = open.info();
      ambiguities = Ambiguities.of(open, authority);
    }
    if (json) {
      terminal.line(
          Json.object(out -> {
            out.writeNumberProperty("added", report.added());
            out.writeNumberProperty("replaced", report.replaced());
            out.writeNumberProperty("unchanged", report.unchanged());
            out.writeNumberProperty("rejected", report.rejected());
            Json.counts(out, info);
            if (authorityOption.isGiven()) {
              ambiguities.write(out);
            }
          }));
    } else {
      tell(report, info);
      ambiguities.tell(terminal);
    }
    return report.rejected() == 0 ? 0 : 1;
  }

  private void tell(AddReport report, ArchiveInfo info) {
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

  /** Tells of commits and rejections as they come. */
  private final class Progress implements AddObserver {
    private long committed;

    @Override
    public void committed(long articles) {
      committed = articles;
      if (json) {
        try {
          terminal.line("{\"committed\":" + articles + "}");
          terminal.flush();
        } catch (Terminal.ClosedPipe e) {
          // Nobody reads on, but the articles are to be added all the same.
          json = false;
        }
      }
    }

    @Override
    public void rejected(Rejection rejection) {
      terminal.complain(rejection.toString());
    }
  }
}
