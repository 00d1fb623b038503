package io.workspacesql.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.awt.image.BufferedImage;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperExportManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperPrintManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.export.HtmlExporter;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleHtmlExporterOutput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The report under {@code examples/reports}, held against what SQL says of the same tenants. */
class TenantReportTests {
  private static final String URL = "jdbc:airbyte:demo:tenant-report?workspaces=1234";
  private static final String CHOSEN = "name LIKE 'Hooli%'";
  private static final int ACTIVE = 0x2B6CB0;
  private static final int INACTIVE = 0xDD6B20;

  private static Connection connection;
  private static JasperReport report;
  private static JasperPrint filled;
  private static long requests;

  @BeforeAll
  static void fill() throws Exception {
    Path source = Path.of(System.getProperty("checkout"), "examples/reports/tenant-report.jrxml");
    report = JasperCompileManager.compileReport(source.toString());
    connection = DriverManager.getConnection(URL);
    long before = number("SELECT COUNT(*) FROM driver.requests");
    filled = filled("Hooli%");
    requests = number("SELECT COUNT(*) FROM driver.requests") - before;
  }

  @AfterAll
  static void close() throws Exception {
    connection.close();
  }

  @Test
  void the_pdf_has_the_numbers_of_the_organization() throws Exception {
    try (PdfReader pdf = new PdfReader(JasperExportManager.exportReportToPdf(filled))) {
      assertThat(new PdfTextExtractor(pdf).getTextFromPage(1))
          .contains(shown("SELECT COUNT(*) FROM workspaces"))
          .contains(shown("SELECT COUNT(*) FROM workspaces WHERE status = 'active'"))
          .contains(shown("SELECT COUNT(*) FROM workspaces WHERE status = 'inactive'"));
    }
  }

  @Test
  void the_html_has_the_chosen_tenants_and_adds_up_their_connectors() throws Exception {
    StringWriter html = new StringWriter();
    HtmlExporter exporter = new HtmlExporter();
    exporter.setExporterInput(new SimpleExporterInput(filled));
    exporter.setExporterOutput(new SimpleHtmlExporterOutput(html));
    exporter.exportReport();
    assertThat(html.toString())
        .contains(">" + shown("SELECT COUNT(*) FROM workspaces") + "<")
        .contains(">" + number("SELECT COUNT(*) FROM workspaces WHERE " + CHOSEN) + " tenants<")
        .contains(
            ">"
                + number(
                    "SELECT COUNT(*) FROM connectors WHERE workspace_id IN (SELECT id FROM"
                        + " workspaces WHERE "
                        + CHOSEN
                        + ")")
                + "<");
  }

  @Test
  void both_charts_have_bars() throws Exception {
    BufferedImage page = (BufferedImage) JasperPrintManager.printPageToImage(filled, 0, 1);
    int half = page.getHeight() / 2;
    assertThat(pixels(page, ACTIVE, 150, half)).isGreaterThan(5_000);
    assertThat(pixels(page, INACTIVE, 150, half)).isGreaterThan(1_000);
    assertThat(pixels(page, ACTIVE, half, page.getHeight())).isGreaterThan(20_000);
  }

  @Test
  void it_costs_the_list_once_and_a_request_for_each_tenant_chosen() throws Exception {
    long chosen = number("SELECT COUNT(*) FROM workspaces WHERE " + CHOSEN);
    assertThat(requests).isEqualTo(1 + 13 + 1 + chosen);
  }

  @Test
  void a_choice_of_nobody_gives_a_report_all_the_same() throws Exception {
    JasperPrint nobody = filled("nobody is called so");
    try (PdfReader pdf = new PdfReader(JasperExportManager.exportReportToPdf(nobody))) {
      assertThat(new PdfTextExtractor(pdf).getTextFromPage(2)).contains("0 tenants");
    }
  }

  private static JasperPrint filled(String tenants) throws Exception {
    Map<String, Object> parameters = new HashMap<>(Map.of("tenants", tenants));
    return JasperFillManager.fillReport(report, parameters, connection);
  }

  private static long pixels(BufferedImage page, int colour, int top, int bottom) {
    return IntStream.range(top, bottom)
        .mapToLong(
            y ->
                IntStream.range(0, page.getWidth())
                    .filter(x -> (page.getRGB(x, y) & 0xFFFFFF) == colour)
                    .count())
        .sum();
  }

  /** As the report writes numbers. */
  private static String shown(String sql) throws Exception {
    return NumberFormat.getIntegerInstance().format(number(sql));
  }

  private static long number(String sql) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
