package onrecord;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import onrecord.query.TokenPattern;
import onrecord.query.TokenTest;

/** Patterns of consecutive words. */
final class RandomTokens {

  private final Random random;
  private final Supplier<String> values;

  /** Patterns with some values. */
  RandomTokens(Random random, Supplier<String> values) {
    this.random = random;
    this.values = values;
  }

  TokenPattern next(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 4)) {
      case 0 -> new TokenPattern.Any();
      case 1, 2, 3 -> new TokenPattern.Token(test(2));
      case 4, 5 -> new TokenPattern.Sequence(several(() -> next(depth - 1)));
      case 6 -> new TokenPattern.Either(several(() -> next(depth - 1)));
      default -> repeated(next(depth - 1));
    };
  }

  private TokenPattern repeated(TokenPattern pattern) {
    int min = random.nextInt(3);
    return new TokenPattern.Repeated(
        pattern,
        min,
        random.nextInt(3) == 0
            ? OptionalInt.empty()
            : OptionalInt.of(Math.max(1, min + random.nextInt(3))));
  }

  private TokenTest test(int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 5)) {
      case 5 -> new TokenTest.Not(test(depth - 1));
      case 6 -> new TokenTest.And(several(() -> test(depth - 1)));
      case 7 -> new TokenTest.Or(several(() -> test(depth - 1)));
      default -> {
        TokenTest.Property[] all = TokenTest.Property.values();
        yield new TokenTest.Compared(all[random.nextInt(all.length)], values.get());
      }
    };
  }

  private <T> List<T> several(Supplier<T> part) {
    return IntStream.rangeClosed(0, 1 + random.nextInt(2)).mapToObj(i -> part.get()).toList();
  }
}
