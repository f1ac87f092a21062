package onrecord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;
import onrecord.query.Query;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class QueryOptionsTest {

  @Test
  void memoryForManyValuesOfAnOptionGrowsLinearly() {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    allocated(thread, 1_000);

    long some = allocated(thread, 2_000);
    long many = allocated(thread, 8_000);

    assertThat(many).isLessThan(6 * some);
  }

  /** The number of bytes that a query of many values takes, as that of a program that runs once. */
  private static long allocated(ThreadMXBean thread, int values) {
    String[] arguments =
        IntStream.range(0, values)
            .mapToObj(i -> (i % 2 == 0 ? "--query=" : "--outlet=") + "name" + i)
            .toArray(String[]::new);
    QueryOptions options = CommandLine.populateCommand(new QueryOptions(), arguments);
    long before = thread.getCurrentThreadAllocatedBytes();

    Query query = options.search().build().query();

    long bytes = thread.getCurrentThreadAllocatedBytes() - before;
    assertThat(((Query.And) query).queries())
        .allSatisfy(part -> assertThat(((Query.Or) part).queries()).hasSize(values / 2));
    return bytes;
  }
}
