package onrecord.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a reader finds in an article, beside what the extractor finds. It is a text of entries
 * separated by empty lines, after a comment whose lines start with {@code #}. An entry without a
 * mark is found by both. One whose lines start with {@code -} is the reader's alone: an error still
 * open. One whose lines start with {@code +} is the extractor's alone.
 *
 * @param comment the comment, with its marks
 * @param readers the reader's entries, without marks
 */
record GoldenFile(String comment, List<String> readers) {

  static GoldenFile parse(String text) {
    List<String> blocks = Arrays.asList(text.strip().split("\n\n", -1));
    List<String> readers = new ArrayList<>();
    for (String block : blocks.subList(1, blocks.size())) {
      if (block.startsWith("-")) {
        readers.add(block.replaceAll("(?m)^-", ""));
      } else if (!block.startsWith("+")) {
        readers.add(block);
      }
    }
    return new GoldenFile(blocks.get(0), List.copyOf(readers));
  }

  /** The text of the file if the extractor's entries are these. */
  String beside(List<String> extractors) {
    List<String> blocks = new ArrayList<>(List.of(comment));
    int[][] common = common(readers, extractors);
    Deque<String> missing = new ArrayDeque<>();
    Deque<String> added = new ArrayDeque<>();
    int i = 0;
    int j = 0;
    while (i < readers.size() || j < extractors.size()) {
      boolean both = i < readers.size() && j < extractors.size();
      if (both && readers.get(i).equals(extractors.get(j))) {
        blocks.addAll(marked(missing, added));
        blocks.add(readers.get(i));
        i++;
        j++;
      } else if (i < readers.size() && (!both || common[i + 1][j] >= common[i][j + 1])) {
        missing.add(readers.get(i++));
      } else {
        added.add(extractors.get(j++));
      }
    }
    blocks.addAll(marked(missing, added));
    return blocks.stream().collect(Collectors.joining("\n\n", "", "\n"));
  }

  /** Empties both, and sets each addition after the missing entry with the same first run. */
  private static List<String> marked(Deque<String> missing, Deque<String> added) {
    List<String> blocks = new ArrayList<>();
    while (!missing.isEmpty()) {
      String reader = missing.remove();
      blocks.add(reader.replaceAll("(?m)^", "-"));
      if (added.stream().anyMatch(block -> sameWords(block, reader))) {
        String extractor;
        do {
          extractor = added.remove();
          blocks.add(extractor.replaceAll("(?m)^", "+"));
        } while (!sameWords(extractor, reader));
      }
    }
    added.forEach(block -> blocks.add(block.replaceAll("(?m)^", "+")));
    added.clear();
    return blocks;
  }

  private static boolean sameWords(String a, String b) {
    return a.lines().skip(1).findFirst().equals(b.lines().skip(1).findFirst());
  }

  /** The length of the longest common subsequence of the lists from each pair of places on. */
  private static int[][] common(List<String> a, List<String> b) {
    int[][] length = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        length[i][j] =
            a.get(i).equals(b.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    return length;
  }
}
