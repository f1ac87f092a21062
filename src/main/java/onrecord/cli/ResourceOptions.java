package onrecord.cli;

import onrecord.ArchiveOptions;
import picocli.CommandLine.Option;

/** How much memory and how many threads writing may take. */
final class ResourceOptions {

  @Option(
      names = "--ram-buffer",
      paramLabel = "MB",
      description =
          "How much memory added articles may take before they are written to the disk, 1 to 2000;"
              + " 64 if not given.")
  private int megabytes = ArchiveOptions.DEFAULT.ramBufferMegabytes();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads extract; as many as there are processors if not given.")
  private int threads = ArchiveOptions.DEFAULT.extractionThreads();

  /** {@return options with these bounds, for more to be set} */
  ArchiveOptions.Builder options() {
    UsageException.requirePositive("--threads", threads);
    return ArchiveOptions.builder().ramBufferMegabytes(megabytes).extractionThreads(threads);
  }
}
