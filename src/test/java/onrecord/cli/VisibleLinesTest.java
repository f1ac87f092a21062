package onrecord.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Test;

class VisibleLinesTest {

  @Test
  void whatIsLoggedDoesNotControlTheTerminal() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StreamHandler handler = new StreamHandler(out, new SimpleFormatter());
    handler.setEncoding(UTF_8.name());
    Logger logger = Logger.getAnonymousLogger();
    logger.setUseParentHandlers(false);
    logger.addHandler(handler);
    VisibleLines.inAllOf(logger);

    logger.log(
        Level.SEVERE,
        "merge failed: \u001b[2J\u009b31m\r",
        new IllegalStateException("field \u202e\u0007"));
    handler.flush();

    assertThat(out.toString(UTF_8))
        .contains("merge failed: \\u001b[2J\\u009b31m\\r", "field \\u202e\\u0007", "\n\tat ")
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\n\t]]");
  }
}
