# Builds the playground, and runs it with Node and nothing else.
FROM node:22-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY LICENSE tsconfig.json vite.config.ts ./
COPY server server
COPY lessons lessons
COPY web web
RUN npm run build

FROM node:22-slim
WORKDIR /app
COPY --from=build /build/package.json /build/LICENSE ./
COPY --from=build /build/dist dist
USER nobody
# Who else reaches it is said where the port is published; see ALLOW_PUBLISHED_KEY in `--help`.
ENV HOST=0.0.0.0
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s --start-interval=1s CMD ["node", "--eval", \
  "fetch('http://127.0.0.1:3000/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/server/node.js"]
