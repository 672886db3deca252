package awssetup.slack.messages;

import awssetup.setup.Digest;
import awssetup.setup.Setup;
import awssetup.slack.words.Blocks;
import awssetup.slack.words.Words;
import com.slack.api.model.block.LayoutBlock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What the operations channel reads each working morning. */
public final class DigestWords {
  /** A line may have some 500 characters with its links, and a block 3,000. */
  private static final int LINES_PER_BLOCK = 5;

  private final Words words;
  private final WaitWords waits;

  public DigestWords(Words words, WaitWords waits) {
    this.words = words;
    this.waits = waits;
  }

  /** For notifications and screen readers: the figures. */
  public String text(Digest digest) {
    return words.plain("digest.title", "count", digest.open()) + " " + figures(digest);
  }

  public List<LayoutBlock> blocks(String key, Digest digest) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.header(key, words.plain("digest.title", "count", digest.open())));
    blocks.add(Blocks.section(figures(digest)));
    Instant now = digest.until();
    add(blocks, words.say("digest.stuck"), digest.stuck(), s -> waits.brief(s, now));
    add(
        blocks,
        words.say("digest.expiring"),
        digest.expiring(),
        s -> waits.brief(s, now) + waits.deadline(s, now).map(d -> "  ·  " + d).orElse(""));
    add(blocks, words.say("digest.started"), digest.started(), waits::name);
    add(blocks, words.say("digest.completed"), digest.completed(), waits::name);
    return blocks;
  }

  /** One line, even if nothing has happened: no digest would mean that the bot is down. */
  private String figures(Digest digest) {
    return words.say(
            "digest.figures",
            "started",
            digest.started().total(),
            "completed",
            digest.completed().total(),
            "stuck",
            digest.stuck().total(),
            "expiring",
            digest.expiring().total())
        + digest
            .median()
            .filter(time -> time.toMinutes() > 0)
            .map(time -> " " + words.say("digest.median", "time", words.span(time)))
            .orElse("");
  }

  private void add(
      List<LayoutBlock> blocks, String heading, Digest.Some some, Function<Setup, String> line) {
    if (some.setups().isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add(heading);
    some.setups().forEach(setup -> lines.add("• " + line.apply(setup)));
    int more = some.total() - some.setups().size();
    if (more > 0) {
      lines.add(words.say("digest.more", "count", more));
    }
    for (int i = 0; i < lines.size(); i += LINES_PER_BLOCK) {
      blocks.add(
          Blocks.section(
              String.join("\n", lines.subList(i, Math.min(lines.size(), i + LINES_PER_BLOCK)))));
    }
  }
}
