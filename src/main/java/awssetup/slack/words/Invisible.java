package awssetup.slack.words;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Removes the characters in typed text that cannot be seen and mislead: control characters,
 * direction overrides, letters without width. What some scripts and emoji need to be drawn right
 * stays.
 */
public final class Invisible {
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;
  private static final int BLACK_FLAG = 0x1F3F4;
  private static final int TAG_FIRST = 0xE0030;
  private static final int TAG_LAST = 0xE007A;
  private static final int TAG_END = 0xE007F;

  /** The regions that flags are spelled for have five letters; ISO 3166-2 allows six. */
  private static final int TAGS_MOST = 6;

  /** Scripts in which a joiner changes nothing that can be seen. */
  private static final Set<UnicodeScript> NEVER_JOINED =
      EnumSet.of(
          UnicodeScript.LATIN,
          UnicodeScript.GREEK,
          UnicodeScript.CYRILLIC,
          UnicodeScript.ARMENIAN,
          UnicodeScript.GEORGIAN,
          UnicodeScript.HEBREW,
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.COMMON,
          UnicodeScript.INHERITED);

  /**
   * The sign that a consonant has no vowel, after which a joiner may end a word, as in Malayalam.
   */
  private static final Set<Integer> VIRAMAS =
      Set.of(0x94D, 0x9CD, 0xA4D, 0xACD, 0xB4D, 0xBCD, 0xC4D, 0xCCD, 0xD4D, 0xDCA);

  private Invisible() {}

  /** Text as it is kept, with its line breaks and tabs. */
  public static String removed(String typed) {
    int[] text = typed.codePoints().toArray();
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n' || text[i] == '\t' || !isHidden(text[i]) || isNeeded(text, i)) {
        kept.appendCodePoint(text[i]);
      }
    }
    return kept.toString();
  }

  /** Text on one line, with a space for each run of what was removed. */
  static String onOneLine(String typed) {
    int[] text = typed.codePoints().toArray();
    StringBuilder line = new StringBuilder();
    boolean removedBefore = false;
    for (int i = 0; i < text.length; i++) {
      boolean removed = (isHidden(text[i]) || breaksLine(text[i])) && !isNeeded(text, i);
      if (!removed) {
        line.appendCodePoint(text[i]);
      } else if (!removedBefore) {
        line.append(' ');
      }
      removedBefore = removed;
    }
    return line.toString();
  }

  private static boolean isHidden(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
  }

  private static boolean breaksLine(int character) {
    int type = Character.getType(character);
    return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static boolean isNeeded(int[] text, int i) {
    return switch (text[i]) {
      case JOINER -> joinsLetters(text, i) || joinsPictures(text, i);
      case NON_JOINER -> joinsLetters(text, i);
      default -> isTag(text[i]) && spellsFlag(text, i);
    };
  }

  /** Within a word, as in Persian, Sinhala or Hindi. */
  private static boolean joinsLetters(int[] text, int i) {
    if (VIRAMAS.contains(at(text, i - 1))) {
      return true;
    }
    int before = i - 1;
    while (Character.getType(at(text, before)) == Character.NON_SPACING_MARK) {
      before--;
    }
    return isJoined(at(text, before)) && isJoined(at(text, i + 1));
  }

  private static boolean isJoined(int character) {
    return (Character.isLetter(character)
            || Character.getType(character) == Character.COMBINING_SPACING_MARK)
        && !NEVER_JOINED.contains(UnicodeScript.of(character));
  }

  /** Makes one emoji of several, as in a family. */
  private static boolean joinsPictures(int[] text, int i) {
    int before = at(text, i - 1);
    boolean isPicture =
        Character.getType(before) == Character.OTHER_SYMBOL
            || Character.getType(before) == Character.MODIFIER_SYMBOL // a colour of skin
            || before == 0xFE0F; // draws the one before in colour
    int after = at(text, i + 1);
    return isPicture
        && (Character.getType(after) == Character.OTHER_SYMBOL
            || after == 0x2194
            || after == 0x2195);
  }

  /** The region of a flag such as Scotland's, up to its end. */
  private static boolean spellsFlag(int[] text, int i) {
    int first = i;
    while (isTag(at(text, first - 1))) {
      first--;
    }
    int end = first;
    while (isTag(at(text, end)) && text[end] != TAG_END) {
      end++;
    }
    return at(text, first - 1) == BLACK_FLAG
        && at(text, end) == TAG_END
        && end > first
        && end - first <= TAGS_MOST
        && i <= end;
  }

  private static boolean isTag(int character) {
    return character >= TAG_FIRST && character <= TAG_LAST || character == TAG_END;
  }

  /** The character there; a space beyond either end. */
  private static int at(int[] text, int i) {
    return i >= 0 && i < text.length ? text[i] : ' ';
  }
}
