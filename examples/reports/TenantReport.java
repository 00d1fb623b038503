import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperExportManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperPrintManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.renderers.Renderable;

/** Writes the report of tenants as PDF and HTML, and its first page as a picture. */
public class TenantReport {
  private static final float ZOOM = 1.5f;

  public static void main(String[] args) throws Exception {
    String url = args.length > 0 ? args[0] : "jdbc:airbyte:demo";
    String tenants = args.length > 1 ? args[1] : "Soylent%";
    Path folder = Files.createDirectories(Path.of("target"));
    write(filled(url, tenants), folder.resolve("tenant-report").toString());
  }

  private static JasperPrint filled(String url, String tenants) throws JRException, SQLException {
    JasperReport report = JasperCompileManager.compileReport("tenant-report.jrxml");
    Map<String, Object> parameters = new HashMap<>(Map.of("tenants", tenants));
    try (Connection connection = DriverManager.getConnection(url)) {
      return JasperFillManager.fillReport(report, parameters, connection);
    }
  }

  private static void write(JasperPrint filled, String path) throws JRException, IOException {
    // HTML has the charts as pictures; 72 dots per inch are too few to read the months.
    DefaultJasperReportsContext.getInstance().setProperty(Renderable.PROPERTY_IMAGE_DPI, "192");
    JasperExportManager.exportReportToPdfFile(filled, path + ".pdf");
    JasperExportManager.exportReportToHtmlFile(filled, path + ".html");
    BufferedImage page = (BufferedImage) JasperPrintManager.printPageToImage(filled, 0, ZOOM);
    ImageIO.write(page, "png", Path.of(path + ".png").toFile());
    System.out.println(path + ".pdf: " + filled.getPages().size() + " pages");
  }
}
