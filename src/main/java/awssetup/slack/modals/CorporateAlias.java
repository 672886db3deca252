package awssetup.slack.modals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Guesses whether a root address belongs to one person and is lost when they leave. A guess, so it
 * only warns: a warning too many costs a second click, one too few may lock a company out of its
 * account.
 */
public final class CorporateAlias {
  /** Why an address is doubted. */
  public enum Doubt {
    /** A mailbox at a public provider, which belongs to one person. */
    PUBLIC_PROVIDER,
    /** It looks like a person's name. */
    ONE_PERSON
  }

  private static final int SHORTEST_COMPANY = 3;

  /** Words that name a job or a group rather than a person, alone or run together ("awsroot"). */
  private static final Pattern NO_PERSON =
      Pattern.compile(
          "(?:account|accounting|accounts|admin|administrator|alias|all|amazon|api|app|apps|architecture|"
              + "audit|aws|azure|backup|billing|board|bot|buchhaltung|business|buying|ceo|cfo|ciso|cloud|"
              + "company|compliance|contact|controlling|corp|corporate|cto|data|db|department|dept|"
              + "desk|dev|developer|developers|devops|digital|dl|edv|einkauf|emergency|eng|engineering|"
              + "enterprise|finance|finops|gcp|group|hello|help|holding|host|hosting|hq|hr|ict|info|infra|"
              + "infrastructure|invoice|invoices|it|jobs|lab|labs|legal|list|mail|main|management|manager|"
              + "marketing|master|network|noc|noreply|office|operations|ops|org|organization|owner|owners|"
              + "payer|payment|payments|platform|portal|postmaster|privacy|procurement|prod|product|"
              + "production|project|purchasing|qa|rechnung|reply|research|root|sales|sandbox|sec|secops|"
              + "security|server|service|services|shared|shop|site|soc|software|sre|stage|staging|support|"
              + "sysadmin|system|systems|team|teams|tech|technik|technology|test|user|users|vendor|vendors|"
              + "verwaltung|web|webmaster)+");

  /** A place name means a group of people too, unless a given name is beside it ("oliver.west"). */
  private static final Pattern PLACE =
      Pattern.compile(
          "africa|america|apac|asia|austria|benelux|berlin|central|dach|east|emea|eu|europe|france|"
              + "frankfurt|germany|global|hamburg|iberia|india|international|italy|london|middle|munich|"
              + "nordics|north|paris|poland|south|spain|swiss|switzerland|uk|us|usa|vienna|west|zurich");

  private static final Set<String> PUBLIC_PROVIDERS = words("public-mail-providers.txt");
  private static final Set<String> GIVEN_NAMES = words("given-names.txt");

  private CorporateAlias() {}

  /** Why a well-formed address is doubted; empty if it looks like a corporate alias. */
  static Optional<Doubt> doubt(String email) {
    String lower = email.toLowerCase(Locale.ROOT);
    String domain = lower.substring(lower.indexOf('@') + 1);
    if (PUBLIC_PROVIDERS.contains(domain)) {
      return Optional.of(Doubt.PUBLIC_PROVIDER);
    }
    String local = lower.substring(0, lower.indexOf('@')).replaceFirst("\\+.*", "");
    return looksPersonal(local, domain) ? Optional.of(Doubt.ONE_PERSON) : Optional.empty();
  }

  private static boolean looksPersonal(String local, String domain) {
    List<String> words =
        Arrays.stream(local.split("[._-]+"))
            .map(word -> word.replaceFirst("[0-9]+$", ""))
            .filter(word -> !word.isEmpty())
            .toList();
    boolean letters = words.stream().allMatch(word -> word.matches("[a-z]+"));
    if (!letters || words.stream().anyMatch(word -> NO_PERSON.matcher(word).matches())) {
      return false;
    }
    if (words.stream().anyMatch(GIVEN_NAMES::contains)) {
      return true;
    }
    return isNameLike(words, local.contains("-"))
        && words.stream().noneMatch(word -> PLACE.matcher(word).matches())
        && !namesCompany(words, domain);
  }

  /** Names that are on no list: "xaver.quell", "x.quell", "q.j.quell". */
  private static boolean isNameLike(List<String> words, boolean hyphened) {
    if (words.size() < 2 || hyphened) {
      return false;
    }
    int last = words.size() - 1;
    boolean initials = words.subList(0, last).stream().allMatch(word -> word.length() == 1);
    return words.get(last).length() > 1 && (initials || words.size() == 2);
  }

  private static boolean namesCompany(List<String> words, String domain) {
    return Arrays.stream(domain.split("[.-]"))
        .filter(label -> label.length() >= SHORTEST_COMPANY)
        .anyMatch(label -> words.stream().anyMatch(word -> word.startsWith(label)));
  }

  private static Set<String> words(String file) {
    try (InputStream in = CorporateAlias.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
          .filter(word -> !word.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
