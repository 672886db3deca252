package awssetup.app;

import java.util.List;

/** Names of made-up companies: groups, each with a branch in every city. */
final class CompanyNames {
  static final List<String> GROUPS =
      List.of(
          "Aperture",
          "Bluth",
          "Clampett",
          "Dunder",
          "Ewing",
          "Fabrikam",
          "Gekko",
          "Gringotts",
          "Hanso",
          "Hudsucker",
          "Ingen",
          "Jupiter",
          "Kramerica",
          "Lacuna",
          "Lexcorp",
          "Momcorp",
          "Monarch",
          "Nakatomi",
          "Northwind",
          "Octan",
          "Olivia",
          "Paper",
          "Pendant",
          "Pied",
          "Quantum",
          "Rekall",
          "Roxxon",
          "Sirius",
          "Sterling",
          "Strickland",
          "Tessier",
          "Umbra",
          "Vandelay",
          "Vehement",
          "Virtucon",
          "Waystar",
          "Wernham",
          "Wolfram",
          "Yoyodyne",
          "Zorin");
  static final List<String> CITIES =
      List.of(
          "Amsterdam",
          "Athens",
          "Barcelona",
          "Berlin",
          "Bremen",
          "Brussels",
          "Dublin",
          "Florence",
          "Geneva",
          "Hamburg",
          "Helsinki",
          "Krakow",
          "Leipzig",
          "Lisbon",
          "London",
          "Lyon",
          "Madrid",
          "Milan",
          "Munich",
          "Oslo",
          "Paris",
          "Porto",
          "Prague",
          "Vienna",
          "Zurich");

  private CompanyNames() {}
}
