package io.workspacesql.demo;

import io.workspacesql.demo.Seed.Purpose;
import java.util.List;

/**
 * Names of tenants: companies with their number, every 17th on trial, and among them names that
 * break careless code.
 *
 * <p>Number 0 is {@code default}, which every organization has. Each difficult name stands once as
 * it is among the first few hundred, then again and again with a number behind it.
 */
final class TenantNames {
  /** Each as it is; two are equal. */
  static final List<String> DIFFICULT =
      List.of(
          "100% Organic",
          "50%_off\\today",
          "under_score",
          "under score",
          "underXscore",
          "back\\slash",
          "ends with backslash\\",
          "O'Brien & Sons",
          "\"Quoted\" GmbH",
          "it''s -- not a comment; /* really */",
          "Rocket 🚀 Labs",
          "👩‍👩‍👧 Family Care",
          "𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
          "İstanbul Tekstil",
          "ISTANBUL TEKSTIL",
          "ıstanbul tekstil",
          "Straße 12",
          "STRASSE 12",
          "STRAẞE 12",
          "ΟΔΟΣ",
          "οδος",
          "οδοσ",
          "\u212Aelvin Cooling",
          "Kelvin Cooling",
          "\u017Fatin Works",
          "satin works",
          "Café Central",
          "Cafe\u0301 Central",
          "A\u030Angstro\u0308m",
          "  two spaces in front",
          "two spaces behind  ",
          " ",
          "a\tb",
          "x",
          "_",
          "%",
          "\\",
          "?next=&cursor=#",
          "{\"name\":\"json\"}",
          "NULL",
          "株式会社サンプル",
          "שלום עולם",
          "e\u200Bmpty-looking",
          "Globex Payroll",
          "globex payroll",
          "GLOBEX PAYROLL",
          "Twin Peaks",
          "Twin Peaks",
          "\uFB01ne o\uFB00ice",
          "FINE OFFICE",
          "\u01F0ust \u0149ow",
          "two\nlines");

  private static final String DEFAULT_NAME = "default";
  private static final int FIRST_SPACING = 6;
  private static final int LATER_SPACING = 97;
  private static final int PLACE = 3;
  private static final int TRIAL_SPACING = 17;
  private static final int TRIAL_PLACE = 5;
  private static final int NUMBER_WIDTH = 4;

  private static final String[] FIRST_WORDS = {
    "Acme",
    "Globex",
    "Initech",
    "Umbrella",
    "Northwind",
    "Contoso",
    "Hooli",
    "Vandelay",
    "Stark",
    "Wayne",
    "Tyrell",
    "Cyberdyne",
    "Soylent",
    "Wonka",
    "Aperture",
    "Oceanic",
    "Pied Piper",
    "Bluth",
    "Dunder",
    "Sterling",
    "Massive",
    "Monarch",
    "Octan",
    "Weyland"
  };
  private static final String[] SECOND_WORDS = {
    "Robotics",
    "Analytics",
    "Foods",
    "Logistics",
    "Health",
    "Energy",
    "Media",
    "Travel",
    "Banking",
    "Insurance",
    "Retail",
    "Games",
    "Materials",
    "Security",
    "Mobility",
    "Education"
  };

  private final Seed seed;

  TenantNames(Seed seed) {
    this.seed = seed;
  }

  String of(int tenant) {
    if (tenant == FoundedTenants.DEFAULT) {
      return DEFAULT_NAME;
    }
    if (tenant < FIRST_SPACING * DIFFICULT.size()) {
      return tenant % FIRST_SPACING == PLACE
          ? DIFFICULT.get(tenant / FIRST_SPACING)
          : company(tenant);
    }
    if (tenant % LATER_SPACING == PLACE) {
      return numbered(DIFFICULT.get(tenant / LATER_SPACING % DIFFICULT.size()), tenant);
    }
    return company(tenant);
  }

  private String company(int tenant) {
    String first = FIRST_WORDS[seed.below(FIRST_WORDS.length, tenant, Purpose.FIRST_WORD)];
    String second = SECOND_WORDS[seed.below(SECOND_WORDS.length, tenant, Purpose.SECOND_WORD)];
    String trial = tenant % TRIAL_SPACING == TRIAL_PLACE ? "Trial " : "";
    return numbered(trial + first + ' ' + second, tenant);
  }

  private static String numbered(String name, int tenant) {
    String number = Integer.toString(tenant);
    int zeros = Math.max(0, NUMBER_WIDTH - number.length());
    return name + ' ' + "0".repeat(zeros) + number;
  }
}
