package onrecord.cli;

import onrecord.ArchiveOptions;
import picocli.CommandLine.Option;

/** The options that limit the memory and the processors of writing. */
final class ResourceOptions {

  @Option(
      names = "--ram-buffer",
      converter = WholeNumber.Megabytes.class,
      paramLabel = "MB",
      description =
          "Maximum memory for added articles before they are written to disk, in MB, 1 to 2000."
              + " Default: 64, or an eighth of the heap if that is less.")
  private int megabytes = ArchiveOptions.DEFAULT.ramBufferMegabytes();

  @Option(
      names = "--processors",
      converter = WholeNumber.Positive.class,
      paramLabel = "N",
      description =
          "Number of processors that are used at the same time to read, extract, write and merge."
              + " Default: all.")
  private int processors = ArchiveOptions.DEFAULT.processors();

  /** {@return a builder of options with these limits} */
  ArchiveOptions.Builder options() {
    return ArchiveOptions.builder().ramBufferMegabytes(megabytes).processors(processors);
  }
}
