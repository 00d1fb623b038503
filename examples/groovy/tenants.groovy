// Prints the tenants whose names begin alike, as CSV: groovy -cp JAR examples/groovy/tenants.groovy [URL]
import groovy.sql.Sql

Sql.withInstance(args ? args[0] : 'jdbc:airbyte:demo') { sql ->
    def prefix = 'Globex'
    println 'name,status,created_at'
    // A value in the string becomes a parameter.
    sql.eachRow("SELECT name, status, created_at FROM workspaces WHERE name LIKE ${prefix + '%'} ORDER BY name") {
        println "${it.name},${it.status},${it.created_at.toInstant()}"
    }
    def cost = sql.firstRow("SELECT COUNT(*) AS requests, SUM(millis) AS millis FROM driver.requests")
    System.err.println "$cost.requests requests in $cost.millis ms"
}
