#!/bin/sh
# Builds GraphiQL into dist/, from where the API serves it at /graphql to browsers. Needs Node 20.19 or newer; the API does without:
# it then shows a small page of its own.
set -eu
cd "$(dirname "$0")"
npm ci --no-audit --no-fund
npm run build
