package awssetup.slack.modals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Phone numbers as people write and copy them. */
class PhonesTest {

  @ParameterizedTest(name = "\"{0}\" means {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "+49 30 1234567;+49 30 1234567",
        "0049 30 1234567;0049 30 1234567",
        "(212) 555-0142;(212) 555-0142",
        "+1 (212) 555-0142;+1 (212) 555-0142",
        "+49 (0)30 / 123.45.67;+49 (0)30 / 123.45.67",
        "212-555-0142 ext. 7;212-555-0142 ext. 7",
        "212-555-0142, Ext 7;212-555-0142 ext. 7",
        "212-555-0142 x7;212-555-0142 ext. 7",
        "212-555-0142x7;212-555-0142 ext. 7",
        "212-555-0142 #7;212-555-0142 ext. 7",
        "212-555-0142 extension 1234;212-555-0142 ext. 1234",
        "030 1234567 Durchwahl 12;030 1234567 ext. 12",
        "91 123 45 67 int. 12;91 123 45 67 ext. 12",
        "tel:+1-212-555-0142;+1-212-555-0142",
        "TEL: +1-212-555-0142;+1-212-555-0142",
        "<tel:+12125550142|+1 212 555 0142>;+1 212 555 0142",
        "<tel:+12125550142>;+12125550142",
        "+49–30–1234567;+49-30-1234567",
        "+49‑30‑1234567;+49-30-1234567",
        "+49−30−1234567;+49-30-1234567",
        "+49\u00A030\u20091234567;+49 30 1234567",
        "\u00A0+49 30 1234567\u3000;+49 30 1234567",
        "＋４９　３０　１２３４５６７;+49 30 1234567",
        "٠٣٠ ١٢٣٤٥٦٧;030 1234567",
        "+49 30 1234567.;+49 30 1234567",
        "1234;1234"
      })
  void are_read(String typed, String meant) {
    assertThat(Phones.read(typed)).contains(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "call me",
        "call 030 1234567",
        "123",
        "(((",
        "ext. 7",
        "030 1234567 or 030 7654321",
        "+49+30+1234567",
        "123456789012345678901",
        "carla@acme.example",
        "=1+1234",
        "<!channel> 1234567",
        "030 1234567 ext. seven",
        "030 1234567 ext. 123456789"
      })
  void are_not_read_from_anything_else(String typed) {
    assertThat(Phones.read(typed)).isEmpty();
  }
}
