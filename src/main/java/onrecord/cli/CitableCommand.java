package onrecord.cli;

import java.io.IOException;
import java.util.List;
import onrecord.Archive;

/** A command whose answer can be cited, and computed again from the citation. */
interface CitableCommand {

  /**
   * {@return the answer of an archive, as JSON}
   *
   * @throws UsageException if an option is invalid, or the answer has no JSON
   */
  String ask(Archive open) throws IOException;

  /** {@return the command with all parameters that its answer depends on} */
  List<String> parameters();
}
