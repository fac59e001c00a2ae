package org.tongchou.platform.identity.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refreshes the session before every request to the interface. Stands within the security chain only. */
public final class SessionRefresh extends OncePerRequestFilter {
    private final Sessions sessions;

    /** Makes the filter. */
    public SessionRefresh(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        sessions.refresh(request, response);
        chain.doFilter(request, response);
    }
}
