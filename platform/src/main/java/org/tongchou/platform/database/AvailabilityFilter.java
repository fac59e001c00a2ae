package org.tongchou.platform.database;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tongchou.platform.web.DatabaseTrouble;
import org.tongchou.platform.web.RequestId;

/** Says 503 at once while the database is away, and whenever a request fails on that outside of the controllers. */
final class AvailabilityFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(AvailabilityFilter.class);

    private final BooleanSupplier available;

    AvailabilityFilter(BooleanSupplier available) {
        this.available = available;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!available.getAsBoolean()) {
            unavailable(response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            if (DatabaseTrouble.of(e) != DatabaseTrouble.AWAY || response.isCommitted()) {
                throw e;
            }
            LOG.error("the database went away during a request: {}", e.getMessage());
            response.reset();
            unavailable(response);
        }
    }

    private static void unavailable(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "5");
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write("""
                {"code":"%s","message":"%s","traceId":"%s"}""".formatted(DatabaseTrouble.CODE, DatabaseTrouble.SENTENCE, RequestId.current()));
    }
}
