package io.workspacesql.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.Map;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.export.HtmlExporter;
import net.sf.jasperreports.engine.export.JRCsvExporter;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleHtmlExporterOutput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.export.SimpleWriterExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A report whose rows the driver gives. */
class ReportTests {
  private static JasperReport report;

  @BeforeAll
  static void compile() throws Exception {
    try (InputStream source = ReportTests.class.getResourceAsStream("/tenants.jrxml")) {
      report = JasperCompileManager.compileReport(source);
    }
  }

  @Test
  void as_csv_it_has_all_rows() throws Exception {
    StringWriter csv = new StringWriter();
    JRCsvExporter exporter = new JRCsvExporter();
    exporter.setExporterInput(new SimpleExporterInput(fill("inactive", Map.of())));
    exporter.setExporterOutput(new SimpleWriterExporterOutput(csv));
    exporter.exportReport();
    assertThat(csv.toString().lines()).hasSize(43);
    assertThat(csv.toString()).startsWith("Tenants that are inactive").contains("Total: 41");
  }

  @Test
  void as_html_it_shows_names_flags_and_instants() throws Exception {
    StringWriter html = new StringWriter();
    HtmlExporter exporter = new HtmlExporter();
    exporter.setExporterInput(new SimpleExporterInput(fill("active", Map.of())));
    exporter.setExporterOutput(new SimpleHtmlExporterOutput(html));
    exporter.exportReport();
    assertThat(html.toString())
        .contains("Hooli Energy 0002", "2025-10-17T15:33:27.209061Z", "false", "Total: 259");
  }

  @Test
  void as_pdf_it_has_pages_with_text() throws Exception {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    JRPdfExporter exporter = new JRPdfExporter();
    exporter.setExporterInput(new SimpleExporterInput(fill("active", Map.of())));
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(pdf));
    exporter.exportReport();
    try (PdfReader reader = new PdfReader(pdf.toByteArray())) {
      assertThat(reader.getNumberOfPages()).isGreaterThan(3);
      assertThat(new PdfTextExtractor(reader).getTextFromPage(1))
          .contains("Tenants that are active");
    }
  }

  @Test
  void a_limit_of_rows_reaches_the_driver() throws Exception {
    assertThat(text(fill("active", Map.of(JRParameter.REPORT_MAX_COUNT, 5)))).contains("Total: 5");
  }

  @Test
  void a_parameter_that_is_null_gives_no_rows() throws Exception {
    assertThat(fill(null, Map.of()).getPages()).isEmpty();
  }

  private static String text(JasperPrint filled) throws Exception {
    StringWriter csv = new StringWriter();
    JRCsvExporter exporter = new JRCsvExporter();
    exporter.setExporterInput(new SimpleExporterInput(filled));
    exporter.setExporterOutput(new SimpleWriterExporterOutput(csv));
    exporter.exportReport();
    return csv.toString();
  }

  private static JasperPrint fill(String status, Map<String, Object> more) throws Exception {
    Map<String, Object> parameters = new HashMap<>(more);
    parameters.put("status", status);
    try (Connection connection =
        DriverManager.getConnection("jdbc:airbyte:demo:jasper?workspaces=300")) {
      return JasperFillManager.fillReport(report, parameters, connection);
    }
  }
}
